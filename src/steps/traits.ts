/** The properties of a kind of step: the columns of the table in `step-kinds.ts`. The compiler requires all of them. */

import type { Live } from '../model/live.ts';
import type { Disruption, Step, StepKind } from '../model/plan.ts';

export type StepOf<K extends StepKind> = Extract<Step, { readonly kind: K }>;

/** Rows of the table. */
export type TraitsOf<K extends StepKind> = { readonly [Kind in K]: StepTraits<StepOf<Kind>> };

export type Action = 'create' | 'change' | 'remove';

/** The parts of a long plan. */
export type Phase = 'prepare' | 'give-back' | 'build' | 'pasids' | 'take-down';

/** @typeParam S  the steps of the kind */
export interface StepTraits<S extends Step> {
  /** The kind with the same fields that undoes it. */
  readonly opposite: StepKind;
  /** What an operator loses while it runs. */
  readonly disruption: Disruption;
  /**
   * How the ledger changes with a step whose effect outlives the process: such steps are journalled. `null` for kernel
   * objects, which the kernel destroys with the process, and for steps that change the ledger alone.
   */
  readonly outlives: Outliving<S> | null;
  readonly action: Action;
  readonly phase: Phase;
  /** Under which heading a plan shows it: page tables and nest parents are their vIOMMU's, though made through a device. */
  readonly heading: 'host' | 'viommu' | 'device';
  /** The step in one line, not yet safe to print. */
  words(step: S): string;
  /** What one takes on by approving the step, in one line; `null`, or absent, when nothing. */
  risk?(step: S): string | null;
  /**
   * What is not as before once the step was undone, in one line; `null`, or absent, when all of it is. Kernel objects are made
   * again, and have no state of their own.
   */
  lost?(step: S): string | null;
  /** What stays on the machine when the step cannot be undone, with the names that an operator finds in /sys or the spec. */
  leftover(step: S): string;
}

interface Outliving<S extends Step> {
  /** The ledger once the step has begun: a killed run may have done it, so it counts as done. */
  begun(live: Live, step: S): Live;
  /** The ledger once the step has ended. */
  done(live: Live, step: S): Live;
}
