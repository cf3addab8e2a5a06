/** The answer of one check about a machine: what was read, what follows from it for the spec, and what to do. */

import type { Diagnostic } from './diagnostic.ts';

/** The links of the chain from firmware to memory, in the order in which a machine needs them. */
export const LINKS = [
  ...(['firmware', 'kernel', 'unit', 'path', 'device'] as const),
  ...(['group', 'driver', 'cdev', 'memory'] as const),
] as const;

export type Link = (typeof LINKS)[number];

/**
 * `fatal`: what it blocks cannot work. `warning`: it works, with a loss or a risk. `unknown`: the facts could not be read.
 * `skipped`: not checked, because another check that it rests on failed or could not tell. `note`: would be a fault if a spec took the device now.
 */
export type FindingState = 'fatal' | 'warning' | 'unknown' | 'skipped' | 'note' | 'fine';

/** A file, register or bit, and the value that was read. */
export interface Evidence {
  readonly source: string;
  readonly value: string;
}

export interface Finding {
  /** Stable id of the check, such as `pasid-enabled`. */
  readonly check: string;
  readonly link: Link;
  readonly state: FindingState;
  /** Names of the devices of the spec that it is about; none when it is about the machine. */
  readonly devices: readonly string[];
  /** One sentence. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
  /** Parts of the spec that cannot work, such as `bindings of dsa0`; none unless `plan` refuses. */
  readonly blocks: readonly string[];
  /** The problem, as `plan` reports it; `null` for a note, and when fine or skipped. */
  readonly diagnostic: Diagnostic | null;
  /** One command to copy that mends it; `null` when there is none. */
  readonly fix: string | null;
  /** A command that shows whether it worked. */
  readonly confirm: string | null;
  /** The check because of which this one was skipped. */
  readonly because: string | null;
  /** Why the operator accepts it, in the words of the spec or of `--ignore`; `null` when nobody accepted it. */
  readonly silenced: string | null;
}
