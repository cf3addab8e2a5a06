/** What running a step needs: the two ports, the ledger, a witness, and a journal that outlives us. */

import type { SysTree } from '../host/sys-tree.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Step } from '../model/plan.ts';
import type { Ledger } from './ledger.ts';
import type { Witness } from './witness.ts';

export interface ApplyContext {
  readonly kernel: Kernel;
  readonly tree: SysTree;
  readonly ledger: Ledger;
  /** A witness of the world as it is at the time of the call. */
  callWitness(): Witness;
  readonly journal: StepJournal;
  /** Stops the run between two calls; what was done is then undone. */
  readonly signal: AbortSignal;
}

/** Who writes down what is about to change, before it changes. */
export interface StepJournal {
  /** @throws StepError when it cannot be written: then the step must not run */
  intent(step: Step): void;
  /** The step ran to its end; the ledger may be written now. @throws StepError */
  done(step: Step): void;
  /** The run is over, whatever came of it; the ledger is whole. */
  end(): void;
}
