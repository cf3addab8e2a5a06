/**
 * What the engine asks of the host: one method per kernel operation, devices named by their place in the engine's list.
 *
 * `kernel-host.ts` puts it on the kernel port; tests and benches put it on less.
 */

import type { FirstStage } from '../model/spec.ts';
import type { InvalidationRange } from '../vtd/invalidation-range.ts';

/** A value ≥ 0, or a negative errno. */
export type HostResult = number;

export interface HostOps {
  /** A nested HWPT over the nest parent of the device's unit → its id. Undone by: destroy. */
  allocFirstStage(device: number, stage: FirstStage): HostResult;
  /** Attach where nothing is attached; PASID 0 is the RID. Undone by: detach. */
  attach(device: number, pasid: number, hwpt: number): HostResult;
  /** Attach where something is attached. When it fails the hardware may have lost both (K2). */
  replace(device: number, pasid: number, hwpt: number): HostResult;
  detach(device: number, pasid: number): HostResult;
  destroy(hwpt: number): HostResult;
  /** All ranges of one first stage, in one call where it can be. */
  invalidate(hwpt: number, ranges: readonly InvalidationRange[]): HostResult;
}
