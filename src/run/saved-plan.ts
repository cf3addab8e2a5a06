/** Saving a plan, and reading one back for the machine as it is now. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../cli/exit-codes.ts';
import { Stop } from '../cli/stop.ts';
import type { Deps } from '../cli/terminal.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import { changedFacts, type FactChange, factsOf } from '../plan/facts.ts';
import { parsePlanFile, type SavedPlan, writePlanFile } from '../state/plan-file.ts';
import { errnoOf } from '../state/state-file.ts';
import type { Session } from './session.ts';

/** @throws Stop when the file cannot be written */
export function savePlan(file: string, { plan, spec }: { plan: Plan; spec: Spec }, session: Session): void {
  const { backend, deps } = session;
  try {
    writePlanFile(resolve(deps.cwd, file), { backend: backend.name, plan, spec, facts: currentFacts(session, spec) });
  } catch (error) {
    const message = `${file} cannot be written: ${errnoOf(error)}`;
    throw new Stop(EXIT.failed, [diagnostic('PLAN_FILE_UNREADABLE', message)]);
  }
}

/** @throws Stop: exit 66 when it cannot be read, 65 when it is no plan, 64 when it is for another backend */
export function readSavedPlan(file: string, backend: string, { cwd }: Deps): SavedPlan {
  const saved = parsePlanFile(readText(file, cwd));
  if ('fault' in saved) {
    throw new Stop(EXIT.badSpec, [diagnostic('PLAN_FILE_DAMAGED', `${file} cannot be used: ${saved.fault}`)]);
  }
  if (saved.backend === backend) return saved;
  const message = `${file} was planned for backend ${saved.backend}, not ${backend}`;
  throw new Stop(EXIT.usage, [diagnostic('PLAN_OTHER_BACKEND', message)]);
}

function readText(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch (error) {
    const message = `${file} cannot be read: ${errnoOf(error)}`;
    throw new Stop(EXIT.noInput, [diagnostic('PLAN_FILE_UNREADABLE', message)]);
  }
}

/** @throws Stop (exit 6) naming every fact that no longer holds */
export function refuseStale({ facts, spec }: SavedPlan, session: Session): void {
  const changes = changedFacts(facts, currentFacts(session, spec));
  if (changes.length === 0) return;
  throw new Stop(
    EXIT.stalePlan,
    changes.map((change) => diagnostic('PLAN_STALE', wordsOf(change))),
  );
}

function currentFacts({ backend, held: { live } }: Session, spec: Spec): SavedPlan['facts'] {
  return factsOf({ spec, host: backend.observe(spec, live), live });
}

/** Long values, such as all that a vIOMMU holds, would hide the point. */
function wordsOf({ name, before, now }: FactChange): string {
  const short = before.length <= 120 && now.length <= 120;
  return short
    ? `${name} was ${before} when the plan was saved, and is ${now} now`
    : `${name} is not as it was when the plan was saved`;
}
