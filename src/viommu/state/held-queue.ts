/** A fault queue with its unanswered groups, and the port to the guest's page request queue. */

import type { FaultQueue } from '../../kernel/kernel.ts';
import type { PageRequest } from '../../vtd/page-request.ts';

/** A group that was forwarded to the guest and is not answered yet. */
export interface PendingGroup {
  readonly device: number;
  readonly pasid: number;
  readonly group: number;
  readonly cookie: number;
  ageMs: number;
}

/** The queue of one HWPT record, and its unanswered groups, oldest first. */
export interface HeldQueue {
  readonly queue: FaultQueue;
  pending: PendingGroup[];
}

/** Puts a page request into the guest's queue. `full`: it has no room, and the device must send the request again. */
export type TakePageRequest = (request: PageRequest) => 'taken' | 'full' | 'refused';
