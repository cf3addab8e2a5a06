/** Spec × machine × held → a plan, or every reason why there can be none. Reads only. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { Live } from '../model/live.ts';
import type { Plan } from '../model/plan.ts';
import type { SourceMap } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import { planChanges } from '../plan/plan-changes.ts';
import { preflight } from '../preflight/preflight.ts';
import { EXIT } from './exit-codes.ts';
import type { Session } from './session.ts';
import { Stop } from './stop.ts';

/** A spec that was read without errors. */
export interface Desired {
  readonly spec: Spec;
  readonly sources: SourceMap;
}

export interface Assessment {
  readonly plan: Plan;
  readonly warnings: readonly Diagnostic[];
}

/** @throws Stop (exit 4) with every unmet need, before any change */
export function assess({ backend }: Session, { spec, sources }: Desired, live: Live): Assessment {
  const host = backend.observe(spec, live);
  const problems = preflight({ spec, host, live, sources, backend: backend.name });
  if (hasErrors(problems)) throw new Stop(EXIT.hostUnfit, problems, sources);
  return { plan: planChanges({ spec, host, live }), warnings: problems };
}

/** The plan without the questions: for looking again after the change. */
export function replan({ backend }: Session, spec: Spec, live: Live): Plan {
  return planChanges({ spec, host: backend.observe(spec, live), live });
}
