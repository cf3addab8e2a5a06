/**
 * What the engine asks of the host: one method per kernel operation, devices named by their place in the engine's list.
 *
 * `kernel-host.ts` puts it on the kernel port; tests and benches put it on less.
 */

import type { InvalidationRanges } from '../../kernel/invalidation-batch.ts';
import type { FaultQueue } from '../../kernel/kernel.ts';
import type { FirstStage } from '../../model/spec.ts';

/** A value ≥ 0, or a negative errno. */
export type HostResult = number;

export interface HostOps {
  /**
   * A nested HWPT over the nest parent of the device's unit → its id. Undone by: destroy.
   *
   * @param faultQueue  id of the queue that takes its page requests; 0: none
   */
  allocFirstStage(device: number, stage: FirstStage, faultQueue: number): HostResult;
  /** Attach where nothing is attached; PASID 0 is the RID. Undone by: detach. */
  attach(device: number, pasid: number, hwpt: number): HostResult;
  /** Attach where something is attached. When it fails the hardware may have lost both (K2). */
  replace(device: number, pasid: number, hwpt: number): HostResult;
  detach(device: number, pasid: number): HostResult;
  destroy(hwpt: number): HostResult;
  /** All ranges of one first stage, in one call where it can be. The ranges are others when it has returned. */
  invalidate(hwpt: number, ranges: InvalidationRanges): HostResult;
  /** Undone by: freeFaultQueue. */
  allocFaultQueue(): FaultQueue | HostResult;
  /** Close it and destroy it, after the HWPTs that name it; may be called again after a refusal. */
  freeFaultQueue(queue: FaultQueue): HostResult;
  /** Page requests that have come, whole groups, in order; a negative errno when the queue cannot be read. */
  readFaults(queue: FaultQueue): readonly HostFault[] | HostResult;
  /** Answer a group: 0 success, 1 invalid; the kernel knows no other. EINVAL when it was answered already. */
  respond(queue: FaultQueue, cookie: number, code: 0 | 1): HostResult;
}

/** One page request. Source: struct iommu_hwpt_pgfault. */
export interface HostFault {
  readonly device: number;
  /** 0 is the RID. */
  readonly pasid: number;
  readonly group: number;
  readonly last: boolean;
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  readonly privileged: boolean;
  readonly address: bigint;
  /** Names the group in the answer. */
  readonly cookie: number;
}
