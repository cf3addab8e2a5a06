/** A source other than the ledger that shows what is attached: the mock's check, the unit's tables in debugfs, the simulator. */

import type { LiveDevice } from '../model/live.ts';
import type { FirstStage } from '../model/spec.ts';

/**
 * Whether the RID (pasid 0) or a PASID of a device is attached to this target (null: to nothing). Changes nothing. `unknown`
 * where this machine does not show it.
 */
export type Witness = (device: LiveDevice, pasid: number, target: AttachTarget | null) => Testimony;

export type Testimony = 'yes' | 'no' | 'unknown';

export interface AttachTarget {
  readonly hwpt: number;
  /** Null: guest memory, without a first stage. */
  readonly stage: FirstStage | null;
}
