/** `pasidctl plan`: what apply would do. Reads only. */

import { assess } from '../../run/assess.ts';
import { readDesired } from '../../run/read-desired.ts';
import { savePlan } from '../../run/saved-plan.ts';
import { openSession } from '../../run/session.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded, warn } from '../guarded.ts';
import type { PlanOptions } from '../options.ts';
import { givenFile, machineRequest } from '../requests.ts';
import { renderPlan } from '../show-plan.ts';
import { type Deps, writeOut } from '../terminal.ts';

export function runPlan(options: PlanOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const desired = await readDesired({ paths: options.files, allowEmpty: options.allowEmpty }, deps.terminal);
    const session = await openSession(machineRequest(options, deps));
    const { plan, warnings } = assess(session, desired, session.held.live);
    await warn({ diagnostics: [...desired.warnings, ...warnings], sources: desired.sources }, options, deps);
    writeOut(deps, renderPlan(plan, options, deps));
    if (options.out !== null) savePlan(givenFile(options.out, deps), { plan, spec: desired.spec }, session);
    return options.detailedExitcode && plan.steps.length > 0 ? EXIT.changesPending : EXIT.done;
  });
}
