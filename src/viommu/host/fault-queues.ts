/**
 * Fault queues: one per HWPT that may ask for pages, made before it and freed after it. So what a guest answers late can never
 * reach a queue of a later generation (case 82).
 */

import type { FaultQueue } from '../../kernel/kernel.ts';
import { errnoName } from '../../uapi/errno.ts';
import type { DeviceState } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';

/** The attachment is gone: the kernel has answered its groups INVALID by itself. */
export function dropPending({ queues }: EngineState, record: number, { state, pasid }: Attachment): void {
  const held = queues.get(record);
  if (held === undefined) return;
  held.pending = held.pending.filter((group) => group.device !== state.index || group.pasid !== pasid);
}

interface Attachment {
  readonly state: DeviceState;
  readonly pasid: number;
}

/** After its HWPT; what the host keeps is tried again. */
export function freeQueue(engine: EngineState, queue: FaultQueue | null): void {
  if (queue === null || engine.host.freeFaultQueue(queue) >= 0) return;
  engine.unfreedQueues.push(queue);
}

export function retryQueues(engine: EngineState): void {
  if (engine.unfreedQueues.length === 0) return;
  for (const queue of engine.unfreedQueues.splice(0)) freeQueue(engine, queue);
}

/** Take the queue of a record away from the books. */
export function takeQueue({ queues }: EngineState, record: number): FaultQueue | null {
  const held = queues.get(record);
  queues.delete(record);
  return held?.queue ?? null;
}

export function reportQueue({ report }: EngineState, what: string, errno: number): void {
  report({ code: 'VIOMMU_PAGE_REQUEST', device: null, pasid: null, message: `${what}: ${errnoName(errno)}` });
}
