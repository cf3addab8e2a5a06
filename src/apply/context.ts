/** What running a step needs: the two ports, the ledger, a witness, and a journal that outlives the process. */

import type { SysTree } from '../host/sys-tree.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Step } from '../model/plan.ts';
import type { Ledger } from './ledger.ts';
import { StepError } from './step-error.ts';
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

/** The books of a run: what is about to change is written down before it changes, and what is held when it has. */
export interface StepJournal {
  /** @throws StepError when it cannot be written: then the step must not run */
  intent(step: Step): void;
  /** The step ran to its end; the ledger may be written now. @throws StepError */
  done(step: Step): void;
  /** All steps are done or undone: write the ledger down. @throws StepError */
  settle(): void;
  /** The ledger is written, and no record of the run is needed any more. @throws StepError */
  end(): void;
}

/** A refusing disk must not keep us from giving things back. */
export function leniently(journal: StepJournal): StepJournal {
  const quietly = (write: (step: Step) => void) => (step: Step) => {
    try {
      write(step);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
    }
  };
  return { ...journal, intent: quietly(journal.intent), done: quietly(journal.done) };
}
