/** What planning needs to know, and all of it. */

import type { Host } from '../model/host.ts';
import type { Live } from '../model/live.ts';
import type { Spec } from '../model/spec.ts';

export interface PlanInput {
  /** Desired. */
  readonly spec: Spec;
  /** Observed. */
  readonly host: Host;
  /** Held. */
  readonly live: Live;
}
