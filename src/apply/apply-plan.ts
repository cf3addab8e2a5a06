/**
 * Run a plan to one of three ends: everything done and verified, everything undone, or stuck with what is left by name.
 */

import { CODES } from '../diagnostics/codes.ts';
import type { EmitEvent } from '../model/events.ts';
import type { Ending, Failure, Leftover, Outcome, Verification } from '../model/outcome.ts';
import type { Plan, PlannedStep, Step } from '../model/plan.ts';
import { invertStep, leftoverName } from '../steps/step-kinds.ts';
import { createBreather } from './breather.ts';
import { type ApplyContext, leniently } from './context.ts';
import { runStep } from './run-step.ts';
import { StepError } from './step-error.ts';

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
   * The process goes on afterwards and knows what it holds: then what was done stays, although it cannot be written down.
   * Without a holder it is undone, since the next run would not know of it.
   */
  readonly isHolder: boolean;
}

/** Never throws for what the machine or the state folder refuses; only for a bug of ours. */
export async function applyPlan(plan: Plan, options: ApplyOptions): Promise<Outcome> {
  const { emit } = options;
  emit({ event: 'started', steps: plan.steps.length });
  const tried: Step[] = [];
  const result = (await runSteps(plan, tried, options)) ?? (await verified(options));
  const outcome =
    'code' in result
      ? await undone(tried, result, options)
      : await done({ kind: 'applied', steps: plan.steps.length, verified: result }, tried, options);
  emit({ event: 'ended', outcome });
  return outcome;
}

async function done(ending: Ending, tried: readonly Step[], options: ApplyOptions): Promise<Outcome> {
  const unwritten = settled(options.context);
  if (unwritten === null) return { ...ending, unwritten: ended(options.context) };
  return options.isHolder ? { ...ending, unwritten: unwritten.message } : undone(tried, unwritten, options);
}

async function undone(tried: readonly Step[], cause: Failure, options: ApplyOptions): Promise<Outcome> {
  const ending = await rollBack(tried, cause, options);
  // Without its ledger, the records of the run are all that the next one has.
  return { ...ending, unwritten: settled(options.context)?.message ?? ended(options.context) };
}

function settled({ journal }: ApplyContext): Failure | null {
  return refusalOf(() => journal.settle());
}

function ended({ journal }: ApplyContext): string | null {
  return refusalOf(() => journal.end())?.message ?? null;
}

function refusalOf(write: () => void): Failure | null {
  try {
    write();
    return null;
  } catch (error) {
    return failureOf(error, null);
  }
}

/** What failed, or null. `tried` holds every step that was begun, the failed one included. */
async function runSteps(plan: Plan, tried: Step[], { context, emit }: ApplyOptions): Promise<Failure | null> {
  const breathe = createBreather();
  for (const [index, planned] of plan.steps.entries()) {
    await breathe();
    if (context.signal.aborted) return interrupted(planned);
    emit({ event: 'step-started', index, planned });
    tried.push(planned.step);
    try {
      await runRecorded(planned.step, context);
    } catch (error) {
      const failure = failureOf(error, planned.step);
      emit({ event: 'step-failed', index, planned, failure });
      return failure;
    }
    emit({ event: 'step-done', index, planned });
  }
  return null;
}

async function verified({ emit, verify }: ApplyOptions): Promise<Verification | Failure> {
  try {
    const verification = await verify();
    emit({ event: 'verified', verification });
    return verification;
  } catch (error) {
    return failureOf(error, null);
  }
}

/** In reverse, to the end; what could not be undone is tried once more when all the rest is. */
async function rollBack(tried: readonly Step[], cause: Failure, options: ApplyOptions): Promise<Ending> {
  options.emit({ event: 'rollback-started', steps: tried.length });
  const failed = await undo([...tried].reverse(), options);
  // What stood in the way may have gone with a later step, or by itself: an object in use, a kernel out of memory. What
  // took too long would only take as long again.
  const again = [...failed].filter(([, { errno }]) => errno !== 'ETIMEDOUT').map(([step]) => step);
  const stuck = new Map([...failed].filter(([step]) => !again.includes(step)));
  for (const [step, failure] of await undo(again, options)) stuck.set(step, failure);
  const leftovers = [...stuck].map(([step, { message }]): Leftover => ({ what: leftoverName(step), why: message }));
  for (const leftover of leftovers) options.emit({ event: 'undo-failed', leftover });
  return leftovers.length === 0 ? { kind: 'rolled-back', cause } : { kind: 'stuck', cause, leftovers };
}

/** An undo that fails is remembered, and the next one is tried. Returns what failed, in this order. */
async function undo(steps: readonly Step[], { context, emit }: ApplyOptions): Promise<ReadonlyMap<Step, Failure>> {
  const undoing = { ...context, signal: new AbortController().signal, journal: leniently(context.journal) };
  const failed = new Map<Step, Failure>();
  const breathe = createBreather();
  for (const step of steps) {
    await breathe();
    try {
      await runRecorded(invertStep(step), undoing);
      emit({ event: 'undone', step });
    } catch (error) {
      failed.set(step, failureOf(error, step));
    }
  }
  return failed;
}

/** Written down before it is done, so that a killed run leaves no change that nobody knows of. */
async function runRecorded(step: Step, context: ApplyContext): Promise<void> {
  context.journal.intent(step);
  await runStep(step, context);
  context.journal.done(step);
}

function interrupted({ step }: PlannedStep): Failure {
  const code = 'APPLY_INTERRUPTED';
  return {
    code,
    message: 'stopped on request before the plan was done',
    advice: CODES[code].advice,
    step,
    errno: null,
  };
}

/** A refusal of the machine as data; anything else is a bug and goes on. */
function failureOf(error: unknown, step: Step | null): Failure {
  if (!(error instanceof StepError)) throw error;
  const { code, message, errno } = error;
  return { code, message, errno, step, advice: error.advice ?? CODES[code].advice };
}
