/** Read a machine file, with a Refusal for its errors. */

import { Refusal } from '../diagnostics/refusal.ts';
import type { Host } from '../model/host.ts';
import { readGivenFile } from './given-file.ts';
import type { GivenFile, Waiting } from './machine-request.ts';

/** @throws Refusal: `no-input` when it cannot be read, `bad-spec` when it is not a machine file */
export async function readMachineFile(file: GivenFile, waiting?: Waiting): Promise<Host> {
  const { MACHINE_LIMIT_BYTES, parseMachine } = await import('../host/machine.ts');
  const text = await readGivenFile(file, {
    limitBytes: MACHINE_LIMIT_BYTES,
    code: 'USAGE_MACHINE_UNREADABLE',
    waiting,
  });
  const { host, diagnostics } = parseMachine(text, file.name);
  if (host !== null) return host;
  throw new Refusal('bad-spec', diagnostics, {
    locate: () => null,
    text: (name) => (name === file.name ? text : null),
  });
}
