/** Saving a plan, and reading one back for the machine as it is now. */

import { readFileSync } from 'node:fs';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { fileError } from '../diagnostics/file-error.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { BackendName } from '../model/backend-name.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import { changedFacts, type FactChange, factsOf } from '../plan/facts.ts';
import { parsePlanFile, type SavedPlan, writePlanFile } from '../state/plan-file.ts';
import type { GivenFile } from './machine-request.ts';
import type { Session } from './session.ts';

/** @throws Refusal when the file cannot be written */
export function savePlan(
  { name, path }: GivenFile,
  { plan, spec }: { plan: Plan; spec: Spec },
  session: Session,
): void {
  const { backend } = session;
  try {
    writePlanFile(path, { backend: backend.name, plan, spec, facts: currentFacts(session, spec) });
  } catch (error) {
    throw unusable(`${name} cannot be written`, error, 'failed');
  }
}

/** @throws Refusal: `no-input` when it cannot be read, `bad-spec` when it is not a plan, `usage` when it is for another backend */
export function readSavedPlan(file: GivenFile, backend: BackendName): SavedPlan {
  const { name } = file;
  const saved = parsePlanFile(readText(file));
  if ('fault' in saved) {
    throw new Refusal('bad-spec', [diagnostic('PLAN_FILE_DAMAGED', `${name} cannot be used: ${saved.fault}`)]);
  }
  if (saved.backend === backend) return saved;
  const message = `${name} is a plan for backend ${saved.backend}, not ${backend}`;
  throw new Refusal('usage', [diagnostic('PLAN_OTHER_BACKEND', message)]);
}

function readText({ name, path }: GivenFile): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unusable(`${name} cannot be read`, error, 'no-input');
  }
}

function unusable(what: string, error: unknown, otherwise: 'failed' | 'no-input'): Refusal {
  const { words, advice, isPermission } = fileError(error);
  const told = diagnostic('PLAN_FILE_UNREADABLE', `${what}: ${words}`, advice === null ? {} : { advice });
  return new Refusal(isPermission && otherwise === 'failed' ? 'not-permitted' : otherwise, [told]);
}

/** @throws Refusal `stale-plan` naming every fact that differs */
export function refuseStale({ facts, spec }: SavedPlan, session: Session): void {
  const changes = changedFacts(facts, currentFacts(session, spec));
  if (changes.length === 0) return;
  throw new Refusal(
    'stale-plan',
    changes.map((change) => diagnostic('PLAN_STALE', wordsOf(change))),
  );
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
