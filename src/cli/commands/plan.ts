/** `pasidctl plan`: what apply would do. Reads only. */

import { assess } from '../../run/assess.ts';
import { savedPlanText, savePlan } from '../../run/saved-plan.ts';
import { folderWarnings, openSession } from '../../run/session.ts';
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
    const desired = await readNamedSpec(options, deps);
    const session = await openSession(machineRequest(options, deps));
    const { plan, warnings } = assess(session, desired, session.held.live);
    await warn(
      { diagnostics: [...folderWarnings(session), ...desired.warnings, ...warnings], sources: desired.sources },
      options,
      deps,
    );
    const planned = { plan, desired };
    // Before it is shown, so that a refusal is the one answer.
    if (options.out !== null && options.out !== '-') savePlan(givenFile(options.out, deps), planned, session);
    // Where standard output is for the saved plan, people read beside it.
    if (options.out === '-') {
      writeErr(deps, renderPlan(plan, options, stderrColors(options.color, deps)));
      writeOut(deps, savedPlanText(planned, session));
    } else writeOut(deps, renderPlan(plan, options, stdoutColors(options.color, deps)));
    return options.detailedExitcode && plan.steps.length > 0 ? EXIT.changesPending : EXIT.done;
  });
}
