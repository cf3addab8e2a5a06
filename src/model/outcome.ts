/** How an apply ended. There is no fourth way. */

import type { Step } from './plan.ts';

export type Outcome = Ending & {
  /** Which file of the state folder could not be written, so that it does not say what is held; `null` when all is written. */
  readonly unwritten: string | null;
};

export type Ending =
  | { readonly kind: 'applied'; readonly steps: number; readonly verified: Verification }
  | { readonly kind: 'rolled-back'; readonly cause: Failure }
  | { readonly kind: 'stuck'; readonly cause: Failure; readonly leftovers: readonly Leftover[] };

/** Why a run could not go on. */
export interface Failure {
  /** Catalogue code, such as `APPLY_STEP_FAILED`. */
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  readonly step: Step | null;
  /** `EINVAL` …, when the kernel said so. */
  readonly errno: string | null;
}

/** Something that a rollback could not undo: a person must. */
export interface Leftover {
  readonly what: string;
  readonly why: string;
}

/** What reading the world again showed. `unverified`: no witness on this machine can tell. */
export interface Verification {
  readonly verified: number;
  readonly unverified: readonly string[];
}
