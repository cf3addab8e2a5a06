/** Somebody else than our own ledger who can tell what is attached: the mock's check, the unit's tables, the simulator. */

import type { LiveDevice } from '../model/live.ts';
import type { FirstStage } from '../model/spec.ts';

/**
 * Asks, without changing anything, whether the RID (pasid 0) or a PASID of a device is attached to this (null: to nothing).
 * `unknown` where nothing on this machine can tell.
 */
export type Witness = (device: LiveDevice, pasid: number, target: AttachTarget | null) => Testimony;

export type Testimony = 'yes' | 'no' | 'unknown';

export interface AttachTarget {
  readonly hwpt: number;
  /** Null: guest memory itself. */
  readonly stage: FirstStage | null;
}
