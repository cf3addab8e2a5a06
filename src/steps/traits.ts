/** What there is to know of a kind of step: the columns of the table in `step-kinds.ts`, each of which the compiler asks for. */

import type { Live } from '../model/live.ts';
import type { Disruption, Step, StepKind } from '../model/plan.ts';

export type StepOf<K extends StepKind> = Extract<Step, { readonly kind: K }>;

/** Rows of the table. */
export type TraitsOf<K extends StepKind> = { readonly [Kind in K]: StepTraits<StepOf<Kind>> };

export type Action = 'create' | 'change' | 'remove';

/** The few parts that a long plan falls into. */
export type Phase = 'prepare' | 'give-back' | 'build' | 'pasids' | 'take-down';

/** @typeParam S  the steps of the kind */
export interface StepTraits<S extends Step> {
  /** The kind with the same fields that undoes it. */
  readonly opposite: StepKind;
  /** What an operator loses while it runs. */
  readonly disruption: Disruption;
  /**
   * How the ledger follows a change of the host that stays when the process is gone: such steps are journalled. `null` for
   * kernel objects, which go with the process that made them, and for what the ledger alone knows.
   */
  readonly outlives: Outliving<S> | null;
  readonly action: Action;
  readonly phase: Phase;
  /** Under which heading a plan shows it: page tables and nest parents are their vIOMMU's, though made through a device. */
  readonly heading: 'host' | 'viommu' | 'device';
  /** In the operator's words, one line, not yet safe to print. */
  words(step: S): string;
  /** What stays behind when it cannot be undone, in words that a person can look for. */
  leftover(step: S): string;
}

interface Outliving<S extends Step> {
  /** What is held once the step has begun: a killed run may have done it, so it counts. */
  begun(live: Live, step: S): Live;
  /** What is held once the step has ended. */
  done(live: Live, step: S): Live;
}
