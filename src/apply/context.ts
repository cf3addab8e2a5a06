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
  /** A witness of the machine as it is at the time of the call. */
  callWitness(): Witness;
  readonly journal: StepJournal;
  /** Stops the run between two calls; its steps are then undone. */
  readonly signal: AbortSignal;
}

/** Writes the state folder during a run: the journal before each change of the host, the ledger after it. */
export interface StepJournal {
  /** Called before a step. @throws StepError when it cannot be written: then the step must not run */
  intent(step: Step): void;
  /** Called after a step, to write the ledger. @throws StepError */
  done(step: Step): void;
  /** Called when all steps are done or undone, to write the ledger. @throws StepError */
  settle(): void;
  /** Called when the ledger is written, to remove the journal. @throws StepError */
  end(): void;
}

/** For a rollback or release: an error of the disk must not stop it. */
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
