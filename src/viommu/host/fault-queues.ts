/**
 * Fault queues: one per HWPT whose page requests are allowed, allocated before it and freed after it. A late answer of the guest
 * therefore never reaches the queue of a later HWPT, where its cookie may name another group (src/quirks.md Q14).
 */

import type { FaultQueue } from '../../kernel/kernel.ts';
import { errnoName } from '../../uapi/errno.ts';
import type { DeviceState } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';

/** Forget the unanswered groups of an attachment that is gone: the kernel has answered them INVALID (src/quirks.md Q14). */
export function dropPending({ queues }: EngineState, record: number, { state, pasid }: Attachment): void {
  const held = queues.get(record);
  if (held === undefined) return;
  held.pending = held.pending.filter((group) => group.device !== state.index || group.pasid !== pasid);
}

interface Attachment {
  readonly state: DeviceState;
  readonly pasid: number;
}

/** Call it after the HWPT is destroyed (src/quirks.md Q16). A refusal is retried. */
export function freeQueue(engine: EngineState, queue: FaultQueue | null): void {
  if (queue === null || engine.host.freeFaultQueue(queue) >= 0) return;
  engine.unfreedQueues.push(queue);
}

export function retryQueues(engine: EngineState): void {
  if (engine.unfreedQueues.length === 0) return;
  for (const queue of engine.unfreedQueues.splice(0)) freeQueue(engine, queue);
}

/** Remove the queue of a record from the map of queues. */
export function takeQueue({ queues }: EngineState, record: number): FaultQueue | null {
  const held = queues.get(record);
  queues.delete(record);
  return held?.queue ?? null;
}

export function reportQueue({ report }: EngineState, what: string, errno: number): void {
  report({ code: 'VIOMMU_PAGE_REQUEST', device: null, pasid: null, message: `${what}: ${errnoName(errno)}` });
}
