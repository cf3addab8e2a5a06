/** The machine that a command works on, as a port. */

import type { Witness } from '../apply/witness.ts';
import type { SysTree } from '../host/sys-tree.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { BackendName } from '../model/backend-name.ts';
import type { Host } from '../model/host.ts';
import type { Live } from '../model/live.ts';
import type { Spec } from '../model/spec.ts';
import type { LedgerStore } from '../state/ledger-file.ts';
import type { MachineRequest } from './machine-request.ts';

export interface Backend {
  readonly name: BackendName;
  readonly tree: SysTree;
  /** Observe the machine, with the files that the spec names and those that this tool made. */
  observe(spec: Spec, live: Live): Host;
  /** The boot id alone, without observing the whole machine. */
  bootId(): string;
  /** The kernel port; made on first use. */
  kernel(): Promise<Kernel>;
  /** A witness of what is attached. */
  callWitness(kernel: Kernel): Witness;
  /** Where the ledger is kept: in a file of the state folder, or in the file of the simulated machine. */
  readonly ledger: LedgerStore;
}

/** A request with the contents of its machine file. */
export interface BackendRequest extends Omit<MachineRequest, 'machine'> {
  readonly machine: Host | null;
}

export function memoryFiles(spec: Spec, live: Live): string[] {
  const named = spec.viommus.flatMap(({ memory }) => memory.map(({ file }) => file));
  return [...new Set([...named, ...live.createdFiles])].sort();
}
