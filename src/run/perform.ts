/** Carry a plan out: run, verify, keep the ledger, show every event. */

import { applyPlan } from '../apply/apply-plan.ts';
import type { ApplyContext, StepJournal } from '../apply/context.ts';
import type { Ledger } from '../apply/ledger.ts';
import { StepError } from '../apply/step-error.ts';
import { verifyApplied } from '../apply/verify.ts';
import { EXIT } from '../cli/exit-codes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { EmitEvent } from '../model/events.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import { beginJournal, outlivesUs } from '../state/journal.ts';
import type { HolderRecord } from '../state/ledger-file.ts';
import { StateError } from '../state/state-file.ts';
import { replan } from './assess.ts';
import { type Session, saveHeld } from './session.ts';

export interface Performance {
  /** `pasidctl apply`, for the journal. */
  readonly operation: string;
  readonly plan: Plan;
  /** What the plan leads to, for looking again. */
  readonly spec: Spec;
  readonly session: Session;
  readonly kernel: Kernel;
  readonly ledger: Ledger;
  readonly holder: HolderRecord | null;
  readonly emit: EmitEvent;
  readonly signal: AbortSignal;
}

/** Exit code of the outcome; the ledger and the state folder say what is held afterwards. */
export async function perform(performance: Performance): Promise<number> {
  const { plan, spec, session, kernel, ledger, emit, signal } = performance;
  const context: ApplyContext = {
    kernel,
    tree: session.backend.tree,
    ledger,
    signal,
    callWitness: () => session.backend.callWitness(kernel),
    journal: stepJournal(performance),
  };
  const verify = (): ReturnType<typeof verifyApplied> =>
    verifyApplied(context, () => replan(session, spec, ledger.toLive()));
  return exitOf(await applyPlan(plan, { context, emit, verify }));
}

/** The journal on disk, with the ledger written behind each change that outlives us. */
function stepJournal({ session, ledger, holder, operation }: Performance): StepJournal {
  const { stateDir, bootId, deps } = session;
  const save = (): void => {
    const live = ledger.toLive();
    saveHeld(session, { live, holder: live.viommus.length > 0 ? holder : null });
  };
  const journal = beginJournal(stateDir, { bootId, operation, since: deps.now().toISOString() });
  return {
    intent: (step) => refusable(() => journal.intent(step)),
    done: (step) =>
      refusable(() => {
        if (!outlivesUs(step)) return;
        save();
        journal.done(step);
      }),
    end: () => {
      save();
      journal.end();
    },
  };
}

/** A disk that refuses stops the run like any other refusal: what was done is undone. */
function refusable(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    throw new StepError(error.message, { code: error.code });
  }
}

function exitOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'applied':
      return EXIT.done;
    case 'rolled-back':
      return EXIT.failed;
    case 'stuck':
      return EXIT.stuck;
  }
}
