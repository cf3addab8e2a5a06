/**
 * Run a plan to one of three ends: everything done and verified, everything undone, or stuck with what is left by name.
 */

import { CODES } from '../diagnostics/codes.ts';
import type { EmitEvent } from '../model/events.ts';
import type { Ending, Failure, Leftover, Outcome, Verification } from '../model/outcome.ts';
import type { Plan, PlannedStep, Step } from '../model/plan.ts';
import { invertStep, leftoverName, lostBy } from '../steps/step-kinds.ts';
import { createBreather } from './breather.ts';
import { type ApplyContext, leniently } from './context.ts';
import { runStep } from './run-step.ts';
import { StepError, stopped } from './step-error.ts';

export interface ApplyOptions {
  readonly context: ApplyContext;
  readonly emit: EmitEvent;
  /**
   * Read the world again and compare it with what the plan promised.
   *
   * @throws StepError when it is not so, or when it was asked to stop
   */
  verify(): Verification | Promise<Verification>;
  /**
   * What was done stays, although it cannot be written down: a holder goes on and knows what it holds, and what was given back
   * may be given back again. Otherwise it is undone, since the next run would not know of it.
   */
  readonly keepUnwritten: boolean;
}

interface Run extends ApplyOptions {
  /** Exceptions that are our own mistakes, told when the machine is in order again. */
  readonly bugs: unknown[];
}

/** Never throws for what the machine or the state folder refuses; for a bug of ours only when everything is undone. */
export async function applyPlan(plan: Plan, options: ApplyOptions): Promise<Outcome> {
  const run = runOf(options);
  const { emit } = run;
  emit({ event: 'started', steps: plan.steps.length });
  const tried: Step[] = [];
  const result = await attempted(plan, tried, run);
  const outcome =
    'code' in result
      ? await undone(tried, result, run)
      : await done({ kind: 'applied', steps: plan.steps.length, verified: result }, tried, run);
  emit({ event: 'ended', outcome });
  if (run.bugs.length > 0) throw run.bugs[0];
  return outcome;
}

/** Whoever listens to the events may be wrong too: that must not keep a step, or the undoing of it, from being counted. */
function runOf(options: ApplyOptions): Run {
  const bugs: unknown[] = [];
  const emit: EmitEvent = (event) => {
    try {
      options.emit(event);
    } catch (error) {
      bugs.push(error);
    }
  };
  return { ...options, emit, bugs };
}

async function attempted(plan: Plan, tried: Step[], run: Run): Promise<Verification | Failure> {
  const result = (await runSteps(plan, tried, run)) ?? (await verified(run));
  return 'code' in result ? result : (bugIn(run) ?? result);
}

async function done(ending: Ending, tried: readonly Step[], run: Run): Promise<Outcome> {
  const unwritten = settled(run);
  if (unwritten === null) return { ...ending, unwritten: ended(run) };
  return run.keepUnwritten ? { ...ending, unwritten: unwritten.message } : undone(tried, unwritten, run);
}

async function undone(tried: readonly Step[], cause: Failure, run: Run): Promise<Outcome> {
  const ending = await rollBack(tried, cause, run);
  // Without its ledger, the records of the run are all that the next one has.
  return { ...ending, unwritten: settled(run)?.message ?? ended(run) };
}

function settled(run: Run): Failure | null {
  return refusalOf(() => run.context.journal.settle(), run);
}

function ended(run: Run): string | null {
  return refusalOf(() => run.context.journal.end(), run)?.message ?? null;
}

function refusalOf(write: () => void, run: Run): Failure | null {
  try {
    write();
    return null;
  } catch (error) {
    return failureOf(error, null, run);
  }
}

/** What failed, or null. `tried` holds every step that was begun, the failed one included. */
async function runSteps(plan: Plan, tried: Step[], run: Run): Promise<Failure | null> {
  const { context, emit } = run;
  const breathe = createBreather();
  for (const [index, planned] of plan.steps.entries()) {
    await breathe();
    if (context.signal.aborted) return interrupted(planned);
    if (run.bugs.length > 0) return bugIn(run);
    emit({ event: 'step-started', index, planned });
    tried.push(planned.step);
    try {
      await runRecorded(planned.step, context);
    } catch (error) {
      const failure = failureOf(error, planned.step, run);
      emit({ event: 'step-failed', index, planned, failure });
      return failure;
    }
    emit({ event: 'step-done', index, planned });
  }
  return null;
}

async function verified(run: Run): Promise<Verification | Failure> {
  const { emit, verify } = run;
  try {
    const verification = await verify();
    emit({ event: 'verified', verification });
    return verification;
  } catch (error) {
    return failureOf(error, null, run);
  }
}

/** In reverse, to the end; what could not be undone is tried once more when all the rest is. */
async function rollBack(tried: readonly Step[], cause: Failure, run: Run): Promise<Ending> {
  run.emit({ event: 'rollback-started', steps: tried.length });
  const failed = await undo([...tried].reverse(), run);
  // What stood in the way may have gone with a later step, or by itself: an object in use, a kernel out of memory. What
  // took too long would only take as long again.
  const again = [...failed].filter(([, { errno }]) => errno !== 'ETIMEDOUT').map(([step]) => step);
  const stuck = new Map([...failed].filter(([step]) => !again.includes(step)));
  for (const [step, failure] of await undo(again, run)) stuck.set(step, failure);
  const leftovers = [...stuck].map(([step, { message }]): Leftover => ({ what: leftoverName(step), why: message }));
  for (const leftover of leftovers) run.emit({ event: 'undo-failed', leftover });
  if (leftovers.length > 0) return { kind: 'stuck', cause, leftovers };
  return { kind: 'rolled-back', cause, lost: tried.flatMap((step) => lostBy(step) ?? []) };
}

/** An undo that fails is remembered, and the next one is tried. Returns what failed, in this order. */
async function undo(steps: readonly Step[], run: Run): Promise<ReadonlyMap<Step, Failure>> {
  const { context, emit } = run;
  const undoing = { ...context, signal: new AbortController().signal, journal: leniently(context.journal) };
  const failed = new Map<Step, Failure>();
  const breathe = createBreather();
  for (const step of steps) {
    await breathe();
    try {
      await runRecorded(invertStep(step), undoing);
      emit({ event: 'undone', step });
    } catch (error) {
      failed.set(step, failureOf(error, step, run));
    }
  }
  return failed;
}

/** Journalled before it is done, so that a killed run leaves no unknown change. */
async function runRecorded(step: Step, context: ApplyContext): Promise<void> {
  context.journal.intent(step);
  await runStep(step, context);
  context.journal.done(step);
}

function interrupted({ step }: PlannedStep): Failure {
  return failure(stopped(), step);
}

/** Why it could not go on, as data; a bug of ours is kept to be told at the end. */
function failureOf(error: unknown, step: Step | null, { bugs }: Run): Failure {
  if (error instanceof StepError) return failure(error, step);
  bugs.push(error);
  return bugFailure(error, step);
}

/** The first mistake of ours in the run so far, as the failure that it is. */
function bugIn({ bugs }: Run): Failure | null {
  return bugs.length === 0 ? null : bugFailure(bugs[0], null);
}

function bugFailure(error: unknown, step: Step | null): Failure {
  return failure(new StepError(`a bug in pasidctl: ${String(error)}`, {}), step);
}

function failure(error: StepError, step: Step | null): Failure {
  const { code, message, errno } = error;
  return { code, message, errno, step, advice: error.advice ?? CODES[code].advice };
}
