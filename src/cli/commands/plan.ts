/** `pasidctl plan`: what apply would do. Reads only. */

import type { Plan } from '../../model/plan.ts';
import { assess } from '../../run/assess.ts';
import type { Desired } from '../../run/read-desired.ts';
import { folderWarnings, openSession, type Session } from '../../run/session.ts';
import { stderrColors, stdoutColors } from '../colors.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded, warn } from '../guarded.ts';
import { readNamedSpec } from '../named-spec.ts';
import type { PlanOptions } from '../options.ts';
import { givenFile, machineRequest } from '../requests.ts';
import { renderPlan } from '../show-plan.ts';
import { type Deps, writeErr, writeOut } from '../terminal.ts';

export function runPlan(options: PlanOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const request = machineRequest(options, deps);
    const desired = await readNamedSpec(options, deps);
    const session = await openSession(request);
    const { plan, warnings } = assess(session, desired, session.held.live);
    await warn(
      { diagnostics: [...folderWarnings(session), ...desired.warnings, ...warnings], sources: desired.sources },
      options,
      deps,
    );
    if (options.out === null) writeOut(deps, renderPlan(plan, options, stdoutColors(options.color, deps)));
    else await save(options.out, { plan, desired, session }, options, deps);
    return options.detailedExitcode && plan.steps.length > 0 ? EXIT.changesPending : EXIT.done;
  });
}

interface Planned {
  readonly plan: Plan;
  readonly desired: Desired;
  readonly session: Session;
}

async function save(out: string, { session, ...planned }: Planned, options: PlanOptions, deps: Deps): Promise<void> {
  const { savedPlanText, savePlan } = await import('../../run/saved-plan.ts');
  if (out === '-') {
    // Where standard output is for the saved plan, people read the plan on stderr.
    writeErr(deps, renderPlan(planned.plan, options, stderrColors(options.color, deps)));
    writeOut(deps, savedPlanText(planned, session));
    return;
  }
  // Before it is shown, so that a refusal is the only answer.
  savePlan(givenFile(out, deps), planned, session);
  writeOut(deps, renderPlan(planned.plan, options, stdoutColors(options.color, deps)));
}
