/**
 * IOMMU_VIOMMU_ALLOC, VDEVICE_ALLOC and VEVENTQ_ALLOC, which the mock supports and VT-d does not. HW queues are not simulated.
 * Source: iommufd/viommu.c, eventq.c iommufd_veventq_alloc, selftest.c mock_viommu_init (7.3).
 */

import {
  IOMMU_HWPT_ALLOC_FLAG,
  IOMMUFD_ENTRY_LIMIT,
  iommu_hw_queue_alloc,
  iommu_vdevice_alloc,
  iommu_veventq_alloc,
  iommu_viommu_alloc,
} from '../../../uapi/iommufd.ts';
import { IOMMU_VIOMMU_TYPE_SELFTEST } from '../../../uapi/selftest.ts';
import { LAST_IOVA } from '../../state/address-space.ts';
import { FAIL } from '../../state/fail.ts';
import { dropFd, installFile } from '../../state/files.ts';
import { deviceOf } from '../../state/groups.ts';
import { pagingHwpt } from '../../state/hwpt.ts';
import { addUsers, allocObject, freeObject, KIND } from '../../state/object-table.ts';
import { destroyVdevice, eventQueueFor, viommuOf } from '../../state/viommu.ts';
import type { Command } from '../command.ts';
import { publishPage, unpublishPage } from '../viommu-page.ts';

const VIOMMU = iommu_viommu_alloc.offset;
const VDEVICE = iommu_vdevice_alloc.offset;
const VEVENTQ = iommu_veventq_alloc.offset;
const HW_QUEUE = iommu_hw_queue_alloc.offset;

/**
 * Checks in order: flags, type 0 EOPNOTSUPP; device ENOENT; driver without VIOMMUs, or without this type, EOPNOTSUPP; paging
 * HWPT ENOENT; not a nest parent EINVAL; the mock's data EINVAL, EFAULT. Undone by: IOMMU_DESTROY.
 */
export function viommuAlloc({ memory, context, view, respond }: Command): number {
  const type = view.getUint32(VIOMMU.type, true);
  if (view.getUint32(VIOMMU.flags, true) !== 0 || type === 0) return FAIL.EOPNOTSUPP;
  const device = deviceOf(context, view.getUint32(VIOMMU.dev_id, true));
  if (device === null) return FAIL.ENOENT;
  if (device.driver !== 'mock' || type !== IOMMU_VIOMMU_TYPE_SELFTEST) return FAIL.EOPNOTSUPP;
  const parent = pagingHwpt(context, view.getUint32(VIOMMU.hwpt_id, true));
  if (parent === null) return FAIL.ENOENT;
  if ((parent.flags & IOMMU_HWPT_ALLOC_FLAG.NEST_PARENT) === 0) return FAIL.EINVAL;
  const data = { length: view.getUint32(VIOMMU.data_len, true), address: view.getBigUint64(VIOMMU.data_uptr, true) };
  const page = data.length === 0 ? null : publishPage(memory, context, data);
  if (typeof page === 'number') return page;
  const { objects } = context;
  const id = allocObject(objects, KIND.viommu);
  view.setUint32(VIOMMU.out_viommu_id, id, true);
  const result = respond();
  if (result < 0) {
    unpublishPage(memory.world, page);
    freeObject(objects, id);
    return result;
  }
  objects.details.set(id, { kind: 'viommu', id, parent: parent.id, devices: new Map(), page });
  addUsers(objects, parent.id, 1);
  return 0;
}

/**
 * Checks in order: VIOMMU ENOENT; device ENOENT; another IOMMU EINVAL; device has one, virtual id taken EEXIST. Undone by:
 * IOMMU_DESTROY, or the device's end.
 */
export function vdeviceAlloc({ context, view, respond }: Command): number {
  const { objects } = context;
  const viommuId = view.getUint32(VDEVICE.viommu_id, true);
  const viommu = viommuOf(context, viommuId);
  const device = deviceOf(context, view.getUint32(VDEVICE.dev_id, true));
  if (viommu === null || device === null) return FAIL.ENOENT;
  if (device.driver !== 'mock') return FAIL.EINVAL;
  const virtId = view.getBigUint64(VDEVICE.virt_id, true);
  if (device.vdevice !== 0 || viommu.devices.has(virtId)) return FAIL.EEXIST;
  const id = allocObject(objects, KIND.vdevice);
  objects.details.set(id, { kind: 'vdevice', viommu: viommuId, device: device.id, virtId });
  viommu.devices.set(virtId, id);
  device.vdevice = id;
  addUsers(objects, viommuId, 1);
  view.setUint32(VDEVICE.out_vdevice_id, id, true);
  const result = respond();
  if (result < 0) destroyVdevice(context, id, 'free');
  return result;
}

/**
 * Checks in order: flags, reserved, type 0 EOPNOTSUPP; depth EINVAL; VIOMMU ENOENT; one of this type EEXIST. The fd is a user
 * of the queue and keeps the context. Undone by: close of the fd, then IOMMU_DESTROY.
 */
export function veventqAlloc({ memory, context, view, respond }: Command): number {
  const type = view.getUint32(VEVENTQ.type, true);
  const reserved = view.getUint32(VEVENTQ.__reserved, true);
  if (view.getUint32(VEVENTQ.flags, true) !== 0 || reserved !== 0 || type === 0) return FAIL.EOPNOTSUPP;
  const depth = view.getUint32(VEVENTQ.veventq_depth, true);
  if (depth === 0 || depth > IOMMUFD_ENTRY_LIMIT) return FAIL.EINVAL;
  const viommu = view.getUint32(VEVENTQ.viommu_id, true);
  if (viommuOf(context, viommu) === null) return FAIL.ENOENT;
  if (eventQueueFor(context, viommu, type) !== null) return FAIL.EEXIST;
  const { objects } = context;
  const id = allocObject(objects, KIND.eventQueue);
  const fd = installFile(memory.world, { kind: 'events', references: 0, context: context.number, id });
  view.setUint32(VEVENTQ.out_veventq_id, id, true);
  view.setUint32(VEVENTQ.out_veventq_fd, fd, true);
  const result = respond();
  if (result < 0) {
    dropFd(memory.world, fd);
    freeObject(objects, id);
    return result;
  }
  objects.details.set(id, { kind: 'event-queue', viommu, type, depth, events: [], sequence: 0 });
  addUsers(objects, viommu, 1);
  addUsers(objects, id, 1);
  context.references += 1;
  return 0;
}

/**
 * Checks in order: flags, type 0 EOPNOTSUPP; length 0 EINVAL; wrap EOVERFLOW; VIOMMU ENOENT; then as a driver without HW
 * queues.
 */
export function hwQueueAlloc({ context, view }: Command): number {
  if (view.getUint32(HW_QUEUE.flags, true) !== 0 || view.getUint32(HW_QUEUE.type, true) === 0) return FAIL.EOPNOTSUPP;
  const length = view.getBigUint64(HW_QUEUE.length, true);
  if (length === 0n) return FAIL.EINVAL;
  if (view.getBigUint64(HW_QUEUE.nesting_parent_iova, true) + length - 1n > LAST_IOVA) return FAIL.EOVERFLOW;
  return viommuOf(context, view.getUint32(HW_QUEUE.viommu_id, true)) === null ? FAIL.ENOENT : FAIL.EOPNOTSUPP;
}
