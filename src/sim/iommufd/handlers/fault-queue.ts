/** IOMMU_FAULT_QUEUE_ALLOC. Source: iommufd/eventq.c iommufd_fault_alloc, iommufd_eventq_init (7.3). */

import { iommu_fault_alloc } from '../../../uapi/iommufd.ts';
import { FAIL } from '../../state/fail.ts';
import { dropFd, installFile } from '../../state/files.ts';
import { addUsers, allocObject, freeObject, KIND } from '../../state/object-table.ts';
import type { Command } from '../command.ts';

const { offset } = iommu_fault_alloc;

/** The fd is a user of the queue and keeps the context. Undone by: close of the fd, then IOMMU_DESTROY. */
export function faultQueueAlloc({ memory, context, view, respond }: Command): number {
  if (view.getUint32(offset.flags, true) !== 0) return FAIL.EOPNOTSUPP;
  const { objects } = context;
  const id = allocObject(objects, KIND.fault);
  objects.details.set(id, { kind: 'fault', queued: [], delivered: new Map() });
  const fd = installFile(memory.world, { kind: 'fault', references: 0, context: context.number, id });
  view.setUint32(offset.out_fault_id, id, true);
  view.setUint32(offset.out_fault_fd, fd, true);
  const result = respond();
  if (result < 0) {
    dropFd(memory.world, fd);
    freeObject(objects, id);
    return result;
  }
  addUsers(objects, id, 1);
  context.references += 1;
  return 0;
}
