/** Spec × machine × ledger → a plan, or all reasons against one. Reads only. */

import { StepError } from '../apply/step-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Live } from '../model/live.ts';
import type { Plan } from '../model/plan.ts';
import { NO_SOURCES } from '../model/source.ts';
import { asksForNothing, EMPTY_SPEC, type Spec } from '../model/spec.ts';
import { guestConflicts } from '../plan/guest-conflicts.ts';
import { planChanges } from '../plan/plan-changes.ts';
import { preflight } from '../preflight/preflight.ts';
import { returnHeld } from '../preflight/use-rules.ts';
import { traitsOf } from '../steps/step-kinds.ts';
import { count } from '../text/amounts.ts';
import type { Desired } from './read-desired.ts';
import type { Session } from './session.ts';

export interface Assessment {
  readonly plan: Plan;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Before any change.
 *
 * @throws Refusal: `host-unfit` with every unmet need or with what a running guest would lose, `bad-spec` when a spec that asks for nothing would give back what is held
 */
export function assess({ backend }: Session, desired: Omit<Desired, 'warnings' | 'inputs'>, live: Live): Assessment {
  const { spec, sources } = desired;
  const host = backend.observe(spec, live);
  const problems = preflight({ spec, host, live, sources, backend: backend.name });
  if (hasErrors(problems)) throw new Refusal('host-unfit', problems, sources);
  const plan = planChanges({ spec, host, live });
  const conflicts = guestConflicts(plan, live);
  if (conflicts.length > 0) throw new Refusal('host-unfit', conflicts);
  if (!desired.allowEmpty) refuseSlip(spec, plan);
  return { plan, warnings: problems };
}

/** An emptied folder, or a pipe whose first command failed, is no order to give everything back. */
function refuseSlip(spec: Spec, { steps }: Plan): void {
  if (!asksForNothing(spec)) return;
  const removals = steps.filter(({ step }) => traitsOf(step).action === 'remove').length;
  if (removals === 0) return;
  const message = `the spec names no device and no vIOMMU, and ${count(removals, 'step')} would give back what is held`;
  throw new Refusal('bad-spec', [diagnostic('SPEC_REMOVES_EVERYTHING', message)]);
}

/**
 * The plan without a preflight, for the verification after a run.
 *
 * @throws StepError when a device of the spec was unplugged during the run
 */
export function replan({ backend }: Session, spec: Spec, live: Live): Plan {
  const host = backend.observe(spec, live);
  const isThere = (address: string): boolean =>
    host.functions.some((fn) => fn.address === address && fn.unit !== null && fn.group !== null);
  const gone = spec.devices.find(({ address }) => !isThere(address));
  if (gone !== undefined) {
    throw new StepError(`${gone.name} (${gone.address}) is no longer there behind an IOMMU`, {
      code: 'APPLY_NOT_CONVERGED',
    });
  }
  return planChanges({ spec, host, live });
}

/** The plan by which a holder gives everything back: it has the devices open itself. */
export function planRelease(session: Session, live: Live): Plan {
  return replan(session, EMPTY_SPEC, live);
}

/**
 * The plan that gives everything back, without a holder.
 *
 * @throws Refusal `host-unfit` naming the processes that hold a device, since unbinding it would wait for them
 */
export function planReturn({ backend }: Session, live: Live): Plan {
  const host = backend.observe(EMPTY_SPEC, live);
  const held = returnHeld({ spec: EMPTY_SPEC, host, live, sources: NO_SOURCES });
  const problems = [...held].map((problem) => problem.diagnostic);
  if (problems.length > 0) throw new Refusal('host-unfit', problems);
  return planChanges({ spec: EMPTY_SPEC, host, live });
}
