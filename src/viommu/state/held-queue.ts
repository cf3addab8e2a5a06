/** What is held of a fault queue, and whom its page requests go to. */

import type { FaultQueue } from '../../kernel/kernel.ts';
import type { PageRequest } from '../../vtd/page-request.ts';

/** A group that the guest has been asked about. */
export interface PendingGroup {
  readonly device: number;
  readonly pasid: number;
  readonly group: number;
  readonly cookie: number;
  ageMs: number;
}

/** The queue of one HWPT record, and what is unanswered, oldest first. */
export interface HeldQueue {
  readonly queue: FaultQueue;
  pending: PendingGroup[];
}

/** A page request for the guest's queue; `full` when it has no room: its device will ask again. */
export type TakePageRequest = (request: PageRequest) => 'taken' | 'full' | 'refused';
