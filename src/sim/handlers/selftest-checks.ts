/**
 * Test operations that look into objects or provoke something. Source: iommufd/selftest.c iommufd_test_add_reserved,
 * iommufd_test_md_check_pa, _md_check_iotlb, _dirty, _trigger_iopf (7.3); §7.2.
 */

import { IOMMU_PGFAULT_FLAGS } from '../../uapi/iommufd.ts';
import {
  MOCK,
  test_add_reserved,
  test_check_iotlb,
  test_check_map,
  test_dirty,
  test_trigger_iopf,
} from '../../uapi/selftest.ts';
import { areaIn, LAST_IOVA, reserve } from '../address-space.ts';
import type { Command } from '../command.ts';
import { FAIL } from '../fail.ts';
import { reportFault } from '../faults.ts';
import { deviceOf } from '../groups.ts';
import { ioasOf, pagingHwpt } from '../hwpt.ts';

const RESERVED = test_add_reserved.offset;
const MAP = test_check_map.offset;
const IOTLB = test_check_iotlb.offset;
const DIRTY = test_dirty.offset;
const FAULT = test_trigger_iopf.offset;

/** A longer bitmap is no test any more. */
const MOST_PAGES = 2 ** 31;

/** Reserve IOVA for nobody. Undone by: IOMMU_DESTROY of the IOAS. */
export function addReserved({ context, view }: Command): number {
  const ioas = ioasOf(context, view.getUint32(RESERVED.id, true));
  if (ioas === null) return FAIL.ENOENT;
  const first = view.getBigUint64(RESERVED.start, true);
  const length = view.getBigUint64(RESERVED.length, true);
  if (length === 0n) return FAIL.EINVAL;
  const last = first + length - 1n;
  return last > LAST_IOVA ? FAIL.EOVERFLOW : reserve(ioas.space, { first, last, owner: 'test' });
}

/** EINVAL where the page table does not lead to this user memory. */
export function checkMap({ context, view }: Command): number {
  const hwpt = pagingHwpt(context, view.getUint32(MAP.id, true));
  if (hwpt === null) return FAIL.ENOENT;
  const iova = view.getBigUint64(MAP.iova, true);
  const length = view.getBigUint64(MAP.length, true);
  const address = view.getBigUint64(MAP.uptr, true);
  const granule = MOCK.PAGE_BYTES;
  if (iova % granule !== 0n || length % granule !== 0n || address % granule !== 0n) return FAIL.EINVAL;
  const space = ioasOf(context, hwpt.ioas)?.space;
  const area = space === undefined ? null : areaIn(space, { first: iova, last: iova });
  if (area === null || area.backing.kind !== 'user' || iova + length - 1n > area.last) return FAIL.EINVAL;
  return area.backing.address + (iova - area.first) === address ? 0 : FAIL.EINVAL;
}

/** EINVAL when a word of the fake IOTLB is another. */
export function checkIotlb({ context, view }: Command): number {
  const detail = context.objects.details.get(view.getUint32(IOTLB.id, true));
  if (detail?.kind !== 'iotlb') return FAIL.ENOENT;
  const index = view.getUint32(IOTLB.index, true);
  return detail.words[index] === view.getUint32(IOTLB.iotlb, true) ? 0 : FAIL.EINVAL;
}

/** Mark pages as a device's writes would. Ladder: HWPT ENOENT; tracking off EINVAL; unreadable EFAULT. */
export function markDirty({ memory, context, view, respond }: Command): number {
  const hwpt = pagingHwpt(context, view.getUint32(DIRTY.id, true));
  if (hwpt === null) return FAIL.ENOENT;
  if (!hwpt.dirtyTracking) return FAIL.EINVAL;
  const pageBytes = view.getBigUint64(DIRTY.page_size, true);
  const iova = view.getBigUint64(DIRTY.iova, true);
  const length = view.getBigUint64(DIRTY.length, true);
  if (pageBytes === 0n || length === 0n || iova % pageBytes !== 0n || length % pageBytes !== 0n) return FAIL.EINVAL;
  const count = Number(length / pageBytes);
  if (count > MOST_PAGES) return FAIL.ENOMEM;
  const bitmap = new Uint8Array(Math.ceil(count / 8));
  if (!memory.user.read(view.getBigUint64(DIRTY.uptr, true), bitmap)) return FAIL.EFAULT;
  const before = hwpt.dirtyPages.size;
  for (let page = 0; page < count; page++) {
    if (((bitmap[page >> 3] ?? 0) & (1 << (page & 7))) === 0) continue;
    hwpt.dirtyPages.add((iova + BigInt(page) * pageBytes) / hwpt.shape.pageBytes);
  }
  view.setBigUint64(DIRTY.out_nr_dirty, BigInt(hwpt.dirtyPages.size - before), true);
  return respond();
}

/** Always 0 for a device that is there, whether or not somebody takes the fault. */
export function triggerFault({ context, view }: Command): number {
  const device = deviceOf(context, view.getUint32(FAULT.idev, true));
  if (device === null) return FAIL.ENOENT;
  const pasid = view.getUint32(FAULT.pasid, true);
  reportFault(context, device, {
    flags: IOMMU_PGFAULT_FLAGS.LAST_PAGE | (pasid === 0 ? 0 : IOMMU_PGFAULT_FLAGS.PASID_VALID),
    pasid,
    grpid: view.getUint32(FAULT.grpid, true),
    perm: view.getUint32(FAULT.perm, true),
    addr: view.getBigUint64(FAULT.addr, true),
  });
  return 0;
}
