/** Which machine a command works on, as which process, and with which state folder. */

import type { BackendName } from '../model/backend-name.ts';

export interface MachineRequest {
  readonly backend: BackendName;
  /** Below which /sys, /proc and /dev are read. */
  readonly root: string;
  /** A machine file to plan for or to simulate instead of this machine; `null` for this one. */
  readonly machine: GivenFile | null;
  /** Absolute path of the state folder. */
  readonly stateDir: string;
  readonly waiting?: Waiting;
}

/** Told when nothing comes from a stream that is read, with its name. */
export type Waiting = (name: string) => void;

/** A file: its name as given, for messages, and its path. */
export interface GivenFile {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Standard input, which is read instead. */
  readonly stream?: () => AsyncIterable<Uint8Array | string>;
}

/** The process that does the work, for journal, lock and ledger. */
export interface Actor {
  /** `pasidctl apply --hold` */
  readonly operation: string;
  readonly pid: number;
  readonly now: () => Date;
}
