/**
 * IOMMU_HWPT_SET_DIRTY_TRACKING and GET_DIRTY_BITMAP. Source: iommufd/hw_pagetable.c iommufd_hwpt_set_dirty_tracking,
 * iommufd_hwpt_get_dirty_bitmap; io_pagetable.c iommufd_check_iova_range, iopt_read_and_clear_dirty_data (7.3).
 */

import {
  IOMMU_HWPT_ALLOC_FLAG,
  IOMMU_HWPT_DIRTY_TRACKING_ENABLE,
  IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR,
  iommu_hwpt_get_dirty_bitmap,
  iommu_hwpt_set_dirty_tracking,
} from '../../../uapi/iommufd.ts';
import { takeMarks } from '../../drivers/dirty-marks.ts';
import { type AddressSpace, type IovaRange, LAST_IOVA } from '../../state/address-space.ts';
import { FAIL } from '../../state/fail.ts';
import { ioasOf, pagingHwpt } from '../../state/hwpt.ts';
import type { PagingHwpt } from '../../state/objects.ts';
import type { UserMemory } from '../../state/user-memory.ts';
import type { Command } from '../command.ts';

const SET = iommu_hwpt_set_dirty_tracking.offset;
const GET = iommu_hwpt_get_dirty_bitmap.offset;

/**
 * Checks in order: flags EOPNOTSUPP; not a paging HWPT ENOENT; made without dirty tracking EOPNOTSUPP. Enabling clears old
 * marks.
 */
export function setDirtyTracking({ context, view }: Command): number {
  const flags = view.getUint32(SET.flags, true);
  if ((flags & ~IOMMU_HWPT_DIRTY_TRACKING_ENABLE) !== 0) return FAIL.EOPNOTSUPP;
  const hwpt = pagingHwpt(context, view.getUint32(SET.hwpt_id, true));
  if (hwpt === null) return FAIL.ENOENT;
  if (!tracksDirt(hwpt)) return FAIL.EOPNOTSUPP;
  hwpt.dirtyTracking = (flags & IOMMU_HWPT_DIRTY_TRACKING_ENABLE) !== 0;
  if (hwpt.dirtyTracking) hwpt.dirtyMarks.clear();
  return 0;
}

/**
 * The range is checked before dirty tracking. Unmapped addresses and an unwritable bitmap are no errors; in the latter case
 * marks are lost.
 */
export function getDirtyBitmap({ memory, context, view }: Command): number {
  const flags = view.getUint32(GET.flags, true);
  const reserved = view.getUint32(GET.__reserved, true);
  if ((flags & ~IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR) !== 0 || reserved !== 0) return FAIL.EOPNOTSUPP;
  const hwpt = pagingHwpt(context, view.getUint32(GET.hwpt_id, true));
  const space = hwpt === null ? undefined : ioasOf(context, hwpt.ioas)?.space;
  if (hwpt === null || space === undefined) return FAIL.ENOENT;
  const window = {
    iova: view.getBigUint64(GET.iova, true),
    length: view.getBigUint64(GET.length, true),
    pageBytes: view.getBigUint64(GET.page_size, true),
  };
  const refused = checkWindow(space, window);
  if (refused < 0) return refused;
  if (!tracksDirt(hwpt)) return FAIL.EOPNOTSUPP;
  const keep = (flags & IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR) !== 0;
  const marked = takeMarks({ space, hwpt, after: keep ? 'keep' : 'clear' }, window);
  setBits(memory.user, view.getBigUint64(GET.data, true), bitsOf(marked, window));
  return 0;
}

interface Window {
  readonly iova: bigint;
  readonly length: bigint;
  /** Bytes per bit of the bitmap. A value that is not a power of two counts as the largest power of two that divides it. */
  readonly pageBytes: bigint;
}

/** Source: iommufd_check_iova_range. */
function checkWindow({ alignment }: AddressSpace, { iova, length, pageBytes }: Window): number {
  if (length === 0n) return FAIL.EINVAL;
  const end = iova + length;
  if (end - 1n > LAST_IOVA) return FAIL.EOVERFLOW;
  if (((iova | end) & (alignment - 1n)) !== 0n) return FAIL.EINVAL;
  return pageBytes === 0n || ((iova | end) & (pageBytes - 1n)) !== 0n ? FAIL.EINVAL : 0;
}

/** Source: iova_bitmap_set. */
function bitsOf(marked: readonly IovaRange[], { iova, length, pageBytes }: Window): Set<bigint> {
  const bits = new Set<bigint>();
  const unit = pageBytes & -pageBytes;
  for (const { first, last } of marked) {
    const end = last < iova + length - 1n ? last : iova + length - 1n;
    for (let bit = (first - iova) / unit; bit <= (end - iova) / unit; bit++) bits.add(bit);
  }
  return bits;
}

/** Bits are set, never cleared, so bits that the caller has set stay. */
function setBits(user: UserMemory, bitmap: bigint, bits: ReadonlySet<bigint>): void {
  const byte = new Uint8Array(1);
  for (const bit of bits) {
    const at = bitmap + bit / 8n;
    if (!user.read(at, byte)) return;
    byte[0] = (byte[0] ?? 0) | (1 << Number(bit % 8n));
    if (!user.write(at, byte)) return;
  }
}

function tracksDirt({ flags }: PagingHwpt): boolean {
  return (flags & IOMMU_HWPT_ALLOC_FLAG.DIRTY_TRACKING) !== 0;
}
