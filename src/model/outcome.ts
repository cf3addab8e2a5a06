/** How an apply ended. */

import type { Step } from './plan.ts';

export type Outcome = Ending & {
  /** Which file of the state folder could not be written, and why: the ledger on disk is outdated. `null` when all is written. */
  readonly unwritten: string | null;
};

/** `lost`: what may not be as before, though every step was undone. */
export type Ending =
  | { readonly kind: 'applied'; readonly steps: number; readonly verified: Verification }
  | { readonly kind: 'rolled-back'; readonly cause: Failure; readonly lost: readonly string[] }
  | { readonly kind: 'stuck'; readonly cause: Failure; readonly leftovers: readonly Leftover[] };

/** Why a run failed. */
export interface Failure {
  /** Catalogue code, such as `APPLY_STEP_FAILED`. */
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  readonly step: Step | null;
  /** `EINVAL` …, when a system call failed. */
  readonly errno: string | null;
}

/** Something that a rollback could not undo: the operator must. */
export interface Leftover {
  readonly what: string;
  readonly why: string;
}

/** Result of reading the machine again. `unverified`: no witness on this machine can confirm it. */
export interface Verification {
  readonly verified: number;
  readonly unverified: readonly string[];
}
