/** What a look at guest tables has found to do on the host: per device, removals and additions by PASID, ascending. */

import type { DeviceState } from './device-state.ts';

export interface DeviceWork {
  readonly state: DeviceState;
  /** PASIDs to detach. */
  readonly removals: number[];
  /** PASIDs to attach or replace, by what their slots say. */
  readonly additions: number[];
  /** Leaf numbers that were changed, and may be empty now. */
  readonly touched: number[];
}

export function newWork(state: DeviceState): DeviceWork {
  return { state, removals: [], additions: [], touched: [] };
}
