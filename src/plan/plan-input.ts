/** All inputs of planning. */

import type { Host } from '../model/host.ts';
import type { Live } from '../model/live.ts';
import type { Spec } from '../model/spec.ts';

export interface PlanInput {
  /** The desired state. */
  readonly spec: Spec;
  /** The machine as observed. */
  readonly host: Host;
  /** The ledger. */
  readonly live: Live;
}

/** The input with the VFs that the spec declares. */
export interface ObservedInput extends PlanInput {
  /** As it will be when they are made. */
  readonly host: Host;
  /** As it is. */
  readonly observed: Host;
}
