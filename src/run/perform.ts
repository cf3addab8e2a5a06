/** Carry out a plan: run and verify it, write the state folder, emit events. */

import { applyPlan } from '../apply/apply-plan.ts';
import type { ApplyContext } from '../apply/context.ts';
import { verifyApplied } from '../apply/verify.ts';
import type { Outcome } from '../model/outcome.ts';
import { replan } from './assess.ts';
import { openBooks } from './books.ts';
import type { PlanRun } from './plan-run.ts';

/**
 * Afterwards the ledger and the state folder list what is held; the outcome has a note when the folder could not be written.
 *
 * @throws StateError before any change, when the journal cannot be written
 */
export async function perform(run: PlanRun): Promise<Outcome> {
  const { plan, spec, session, kernel, ledger, holder, emit, signal, isRelease = false } = run;
  const { part = (live) => live } = run;
  const context: ApplyContext = {
    kernel,
    tree: session.backend.tree,
    ledger,
    signal,
    callWitness: () => session.backend.callWitness(kernel),
    journal: openBooks(run),
  };
  const verify = (): ReturnType<typeof verifyApplied> =>
    verifyApplied(context, () => replan(session, spec, part(ledger.toLive())));
  return applyPlan(plan, { context, emit, verify, keepUnwritten: holder !== null || isRelease });
}
