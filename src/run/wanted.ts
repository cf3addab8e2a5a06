/** The input of apply: a spec, or a saved plan with its spec. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { SavedPlan } from '../state/plan-file.ts';
import { assess } from './assess.ts';
import type { MachineRequest } from './machine-request.ts';
import type { Desired } from './read-desired.ts';
import { refuseOtherSteps, refuseStale } from './saved-plan.ts';
import { needsHolder, type Session } from './session.ts';

export interface Wanted {
  readonly desired: Desired;
  /** `null`: a spec was given. */
  readonly saved: SavedPlan | null;
}

/**
 * Called before anything is read from the machine.
 *
 * @param isHolder  the process stays and keeps the kernel objects
 * @throws Refusal `usage` when the kernel objects would end with this process
 */
export function refuseWhatCannotLast({ backend }: MachineRequest, spec: Spec, isHolder: boolean): void {
  if (backend === 'sim' || isHolder || !needsHolder(spec)) return;
  const names = spec.viommus.filter(({ holder }) => holder === 'agent').map(({ name }) => name);
  const message = `the kernel destroys the objects of vIOMMU ${names.join(', ')} when this command ends`;
  throw new Refusal('usage', [diagnostic('USAGE_NEEDS_HOLD', message)]);
}

export interface PlannedWork {
  readonly plan: Plan;
  readonly warnings: readonly Diagnostic[];
}

/** @throws Refusal: `stale-plan` when a fact of the saved plan differs, `host-unfit` with every unmet need */
export function planWanted(session: Session, { desired, saved }: Wanted): PlannedWork {
  if (saved !== null) refuseStale({ saved, desired }, session);
  const { plan, warnings } = assess(session, desired, session.held.live);
  if (saved !== null) refuseOtherSteps(saved, plan);
  return { plan: saved?.plan ?? plan, warnings: [...desired.warnings, ...warnings] };
}
