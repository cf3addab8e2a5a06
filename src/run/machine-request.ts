/** Which machine is worked on, who works on it, and where what is held of it is written down. */

import type { BackendName } from '../model/backend-name.ts';

export interface MachineRequest {
  readonly backend: BackendName;
  /** Below which /sys, /proc and /dev are read. */
  readonly root: string;
  /** A machine file to plan for or to simulate instead of this machine; `null` for this one. */
  readonly machine: GivenFile | null;
  /** Absolute path of the state folder. */
  readonly stateDir: string;
}

/** A file as it was named, for messages, and where it is. */
export interface GivenFile {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** Who does the work, for journal, lock and ledger. */
export interface Actor {
  /** `pasidctl apply --hold` */
  readonly operation: string;
  readonly pid: number;
  readonly now: () => Date;
}
