/** A change is made on this machine alone: facts of another one, written down here, would replace what is held here. */

import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { MachineRequest } from './machine-request.ts';

/** @throws Refusal `usage` when the request names a machine file or a root other than this machine's */
export function refuseOtherMachine({ backend, machine, root }: MachineRequest): void {
  if (backend === 'sim' || (machine === null && root === '/')) return;
  const other = machine === null ? `the root ${root}` : `the machine file ${machine.name}`;
  throw new Refusal('usage', [diagnostic('USAGE_NOT_THIS_MACHINE', `${other} is another machine than this one`)]);
}
