/** Saving a plan, and reading one back for the machine as it is now. */

import { isDeepStrictEqual } from 'node:util';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { FileError, fileFault } from '../files/file-fault.ts';
import type { BackendName } from '../model/backend-name.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import { changedFacts, type FactChange, factsOf } from '../plan/facts.ts';
import { readSpec } from '../spec/read-spec.ts';
import { formatPlanFile, PLAN_LIMIT_BYTES, type SavedPlan, writePlanFile } from '../state/plan-file.ts';
import { readGivenFile } from './given-file.ts';
import type { GivenFile, Waiting } from './machine-request.ts';
import { type Desired, desiredOf } from './read-desired.ts';
import type { Session } from './session.ts';

/** The plan as a file holds it. */
export function savedPlanText(planned: PlannedSpec, session: Session): string {
  return formatPlanFile(savedPlan(planned, session));
}

/** @throws Refusal: `usage` when something else than a plan is there; `not-permitted` or `failed` when it cannot be written */
export function savePlan({ name, path }: GivenFile, planned: PlannedSpec, session: Session): void {
  try {
    writePlanFile(path, savedPlan(planned, session));
  } catch (error) {
    const { words, advice, kind } = fileFault(error);
    if (error instanceof FileError) {
      throw new Refusal('usage', [diagnostic('PLAN_FILE_IN_THE_WAY', `${name} is not written: ${words}`, { advice })]);
    }
    const reason = kind === 'not-permitted' ? 'not-permitted' : 'failed';
    throw new Refusal(reason, [diagnostic('PLAN_FILE_UNWRITABLE', `${name} cannot be written: ${words}`, { advice })]);
  }
}

interface PlannedSpec {
  readonly plan: Plan;
  readonly desired: Pick<Desired, 'spec' | 'inputs'>;
}

function savedPlan({ plan, desired: { spec, inputs } }: PlannedSpec, session: Session): SavedPlan {
  return { backend: session.backend.name, plan, spec: inputs, facts: currentFacts(session, spec) };
}

/** A saved plan, with its spec read again by all of its rules. */
export interface ReadPlan {
  readonly saved: SavedPlan;
  readonly desired: Desired;
}

/**
 * @throws Refusal: `no-input` when it cannot be read, `bad-spec` when it is not a plan or its spec has errors, `usage` when it is for
 *         another backend
 */
export async function readSavedPlan(file: GivenFile, backend: BackendName, waiting?: Waiting): Promise<ReadPlan> {
  const { name } = file;
  const { parsePlanFile } = await import('../state/read-plan-file.ts');
  const saved = parsePlanFile(
    await readGivenFile(file, { limitBytes: PLAN_LIMIT_BYTES, code: 'PLAN_FILE_UNREADABLE', waiting }),
  );
  if ('fault' in saved) {
    const code = saved.isNewer ? 'PLAN_FILE_NEWER' : 'PLAN_FILE_DAMAGED';
    throw new Refusal('bad-spec', [diagnostic(code, `${name} cannot be used: ${saved.fault}`)]);
  }
  if (saved.backend !== backend) {
    const message = `${name} is a plan for backend ${saved.backend}, not ${backend}`;
    throw new Refusal('usage', [diagnostic('PLAN_OTHER_BACKEND', message)]);
  }
  // An empty spec is allowed: `plan --allow-empty` allowed it when it was saved.
  return { saved, desired: desiredOf(readSpec(saved.spec), true) };
}

/** @throws Refusal `stale-plan` naming every fact that differs */
export function refuseStale({ saved: { facts }, desired: { spec } }: ReadPlan, session: Session): void {
  const changes = changedFacts(facts, currentFacts(session, spec));
  if (changes.length === 0) return;
  throw new Refusal(
    'stale-plan',
    changes.map((change) => diagnostic('PLAN_STALE', wordsOf(change))),
  );
}

/**
 * The facts hold, so the spec of the file leads to the steps of the file, unless someone has changed them or another version has
 * planned them.
 *
 * @param plan  what the spec leads to now
 * @throws Refusal `stale-plan`
 */
export function refuseOtherSteps(saved: SavedPlan, plan: Plan): void {
  if (isDeepStrictEqual(saved.plan.steps, plan.steps)) return;
  const message = 'the steps of the saved plan are not those that its spec leads to now';
  throw new Refusal('stale-plan', [diagnostic('PLAN_STALE', message)]);
}

function currentFacts({ backend, held: { live } }: Session, spec: Spec): SavedPlan['facts'] {
  return factsOf({ spec, host: backend.observe(spec, live), live });
}

/** Long values, such as the whole state of a vIOMMU, are left out. */
function wordsOf({ name, before, now }: FactChange): string {
  const short = before.length <= 120 && now.length <= 120;
  return short
    ? `${name} was ${before} when the plan was saved, and is ${now} now`
    : `${name} has changed since the plan was saved`;
}
