/**
 * The port to the host: one method per kernel operation, with devices named by their index in the engine's list. A method may
 * enter another engine, but not the one that called it.
 *
 * `host/kernel-host.ts` implements it on the kernel port.
 */

import type { InvalidationRanges } from '../../kernel/invalidation-batch.ts';
import type { FaultQueue } from '../../kernel/kernel.ts';
import type { FirstStage } from '../../model/spec.ts';

/** A value ≥ 0, or a negative errno. */
export type HostResult = number;

export interface HostOps {
  /**
   * Allocate a nested HWPT over the nest parent of the device's unit → its id. Undone by: destroy.
   *
   * @param faultQueue  id of the queue that receives its page requests; 0: none
   */
  allocFirstStage(device: number, stage: FirstStage, faultQueue: number): HostResult;
  /** Attach where nothing is attached; PASID 0 is the RID. Undone by: detach. */
  attach(device: number, pasid: number, hwpt: number): HostResult;
  /** Attach where something is attached. After a failure the hardware may be blocked (src/quirks.md Q2). */
  replace(device: number, pasid: number, hwpt: number): HostResult;
  detach(device: number, pasid: number): HostResult;
  destroy(hwpt: number): HostResult;
  /** Invalidate ranges of one first stage, in as few calls as possible. `ranges` is reused after the method returns. */
  invalidate(hwpt: number, ranges: InvalidationRanges): HostResult;
  /** Undone by: freeFaultQueue. */
  allocFaultQueue(): FaultQueue | HostResult;
  /** Close and destroy a queue, after the HWPTs that use it. May be called again after a refusal. */
  freeFaultQueue(queue: FaultQueue): HostResult;
  /** Queued page requests, in whole groups and in order; a negative errno when the queue cannot be read. */
  readFaults(queue: FaultQueue): readonly HostFault[] | HostResult;
  /** Answer a group: 0 success, 1 invalid, no other code (src/quirks.md Q13). EINVAL when it was answered already. */
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
