/** An apply from the request to its outcome: under the lock, assessed, confirmed, carried out, and held until it is released. */

import { Ledger } from '../apply/ledger.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { SavedPlan } from '../state/plan-file.ts';
import { assess } from './assess.ts';
import type { Client } from './client.ts';
import { type Holding, holderRecord, holdUntilReleased } from './hold.ts';
import { withLockedSession } from './locked-session.ts';
import type { Actor, MachineRequest } from './machine-request.ts';
import { perform } from './perform.ts';
import type { Desired } from './read-desired.ts';
import { refuseOtherSteps, refuseStale } from './saved-plan.ts';
import { needsHolder, type Session, sessionWarnings } from './session.ts';

/** A spec, or a saved plan with its spec. */
export interface Wanted {
  readonly desired: Desired;
  /** `null`: a spec was given. */
  readonly saved: SavedPlan | null;
}

export interface ApplyRequest {
  readonly machine: MachineRequest;
  readonly actor: Actor;
  /** How long to wait for the lock. */
  readonly timeoutMs: number;
  readonly wanted: Wanted;
  /** The process stays after the apply, and keeps the kernel objects. */
  readonly isHolder: boolean;
  /** The spec as it is now, for a holder; `null` where there is none to read again. */
  readonly readDesired: Holding['readDesired'];
}

/**
 * Returns `null` when the client declines the plan.
 *
 * @throws Refusal before any change; StateError when the state folder is locked or cannot be used
 */
export async function apply(request: ApplyRequest, client: Client): Promise<Outcome | null> {
  const { machine, actor, timeoutMs, wanted, isHolder } = request;
  refuseWhatCannotLast(machine, wanted.desired.spec, isHolder);
  return withLockedSession(machine, { actor, timeoutMs }, async (session) => {
    const { plan, warnings } = planWanted(session, wanted);
    const { spec, sources } = wanted.desired;
    client.tell({ diagnostics: [...sessionWarnings(session), ...warnings], sources });
    return (await client.confirm(plan)) ? carryOut({ plan, spec, session, request }, client) : null;
  });
}

/** @throws Refusal `usage` when the kernel objects would end with this process */
function refuseWhatCannotLast({ backend }: MachineRequest, spec: Spec, isHolder: boolean): void {
  if (backend === 'sim' || isHolder || !needsHolder(spec)) return;
  const names = spec.viommus.filter(({ holder }) => holder === 'agent').map(({ name }) => name);
  const message = `the kernel destroys the objects of vIOMMU ${names.join(', ')} when this command ends`;
  throw new Refusal('usage', [diagnostic('USAGE_NEEDS_HOLD', message)]);
}

interface PlannedWork {
  readonly plan: Plan;
  readonly warnings: readonly Diagnostic[];
}

/** @throws Refusal: `stale-plan` when a fact of the saved plan differs, `host-unfit` with every unmet need */
function planWanted(session: Session, { desired, saved }: Wanted): PlannedWork {
  if (saved !== null) refuseStale({ saved, desired }, session);
  const { plan, warnings } = assess(session, desired, session.held.live);
  if (saved !== null) refuseOtherSteps(saved, plan);
  return { plan: saved?.plan ?? plan, warnings: [...desired.warnings, ...warnings] };
}

interface Confirmed {
  readonly plan: Plan;
  readonly spec: Spec;
  readonly session: Session;
  readonly request: ApplyRequest;
}

function carryOut({ plan, spec, session, request }: Confirmed, client: Client): Promise<Outcome> {
  const { actor, isHolder, readDesired } = request;
  return client.conduct(async (orders, emit) => {
    const holding: Holding = {
      ...{ actor, session, orders, emit, readDesired },
      kernel: await session.backend.kernel(),
      ledger: new Ledger(session.held.live),
      holder: isHolder ? holderRecord(actor) : null,
      tell: client.tell,
      tellBug: client.tellBug,
    };
    const outcome = await perform({ ...holding, plan, spec, signal: orders.arm() });
    return isHolder && outcome.kind === 'applied' ? holdUntilReleased(holding, outcome) : outcome;
  });
}
