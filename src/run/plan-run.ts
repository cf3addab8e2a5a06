/** What it takes to carry out a plan. */

import type { Ledger } from '../apply/ledger.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { EmitEvent } from '../model/events.ts';
import type { Live } from '../model/live.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { HolderRecord } from '../state/ledger-file.ts';
import type { Actor } from './machine-request.ts';
import type { Session } from './session.ts';

/** The parts that stay the same from plan to plan: a holder carries out many. */
export interface RunParts {
  readonly actor: Actor;
  readonly session: Session;
  readonly kernel: Kernel;
  readonly ledger: Ledger;
  /** `null` when the process ends after the run. */
  readonly holder: HolderRecord | null;
  readonly emit: EmitEvent;
}

export interface PlanRun extends RunParts {
  readonly plan: Plan;
  /** What the plan leads to, for the verification. */
  readonly spec: Spec;
  readonly signal: AbortSignal;
  /** The part of what is held that the plan is about; default everything. */
  readonly part?: (live: Live) => Live;
  /** Everything is given back, which goes on when the state folder cannot be written. */
  readonly isRelease?: boolean;
}
