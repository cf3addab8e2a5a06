/** What carrying a plan out needs. */

import type { Ledger } from '../apply/ledger.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { EmitEvent } from '../model/events.ts';
import type { Live } from '../model/live.ts';
import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { HolderRecord } from '../state/ledger-file.ts';
import type { Actor } from './machine-request.ts';
import type { Session } from './session.ts';

/** Whoever carries plans out: for one plan, or as the holder for many. */
export interface Performer {
  readonly actor: Actor;
  readonly session: Session;
  readonly kernel: Kernel;
  readonly ledger: Ledger;
  /** `null` when the process ends after the run. */
  readonly holder: HolderRecord | null;
  readonly emit: EmitEvent;
}

export interface Performance extends Performer {
  readonly plan: Plan;
  /** What the plan leads to, for looking again. */
  readonly spec: Spec;
  readonly signal: AbortSignal;
  /** Of what is held, all that the plan is about; default everything. */
  readonly part?: (live: Live) => Live;
  /** Everything is given back: that goes on when it cannot be written down. */
  readonly isRelease?: boolean;
}
