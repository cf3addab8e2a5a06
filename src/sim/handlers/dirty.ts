/**
 * IOMMU_HWPT_SET_DIRTY_TRACKING and GET_DIRTY_BITMAP. Source: iommufd/hw_pagetable.c iommufd_hwpt_set_dirty_tracking,
 * iommufd_hwpt_get_dirty_bitmap; io_pagetable.c iommufd_check_iova_range, iopt_read_and_clear_dirty_data (7.3); §4.11, §5.8.
 */

import {
  IOMMU_HWPT_ALLOC_FLAG,
  IOMMU_HWPT_DIRTY_TRACKING_ENABLE,
  IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR,
  iommu_hwpt_get_dirty_bitmap,
  iommu_hwpt_set_dirty_tracking,
} from '../../uapi/iommufd.ts';
import { LAST_IOVA } from '../address-space.ts';
import type { Command } from '../command.ts';
import { FAIL } from '../fail.ts';
import { ioasOf, pagingHwpt } from '../hwpt.ts';
import type { PagingHwpt } from '../objects.ts';
import type { UserMemory } from '../user-memory.ts';
import type { Context } from '../world.ts';

const SET = iommu_hwpt_set_dirty_tracking.offset;
const GET = iommu_hwpt_get_dirty_bitmap.offset;

/** Ladder: flags EOPNOTSUPP; no paging HWPT ENOENT; made without dirty tracking EOPNOTSUPP. Enabling forgets old marks. */
export function setDirtyTracking({ context, view }: Command): number {
  const flags = view.getUint32(SET.flags, true);
  if ((flags & ~IOMMU_HWPT_DIRTY_TRACKING_ENABLE) !== 0) return FAIL.EOPNOTSUPP;
  const hwpt = pagingHwpt(context, view.getUint32(SET.hwpt_id, true));
  if (hwpt === null) return FAIL.ENOENT;
  if (!tracksDirt(hwpt)) return FAIL.EOPNOTSUPP;
  hwpt.dirtyTracking = (flags & IOMMU_HWPT_DIRTY_TRACKING_ENABLE) !== 0;
  if (hwpt.dirtyTracking) hwpt.dirtyPages.clear();
  return 0;
}

/** Range first, then ability; what is not mapped is no error. */
export function getDirtyBitmap({ memory, context, view }: Command): number {
  const flags = view.getUint32(GET.flags, true);
  const reserved = view.getUint32(GET.__reserved, true);
  if ((flags & ~IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR) !== 0 || reserved !== 0) return FAIL.EOPNOTSUPP;
  const hwpt = pagingHwpt(context, view.getUint32(GET.hwpt_id, true));
  if (hwpt === null) return FAIL.ENOENT;
  const window = {
    iova: view.getBigUint64(GET.iova, true),
    length: view.getBigUint64(GET.length, true),
    pageBytes: view.getBigUint64(GET.page_size, true),
  };
  const refused = checkWindow(context, hwpt, window);
  if (refused < 0) return refused;
  if (!tracksDirt(hwpt)) return FAIL.EOPNOTSUPP;
  const keep = (flags & IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR) !== 0;
  const marked = takeMarks(hwpt, window, keep ? 'keep' : 'clear');
  return setBits(memory.user, view.getBigUint64(GET.data, true), marked);
}

interface Window {
  readonly iova: bigint;
  readonly length: bigint;
  /** Bytes per bit of the bitmap. */
  readonly pageBytes: bigint;
}

function checkWindow(context: Context, hwpt: PagingHwpt, { iova, length, pageBytes }: Window): number {
  if (length === 0n) return FAIL.EINVAL;
  if (iova + length - 1n > LAST_IOVA) return FAIL.EOVERFLOW;
  const alignment = ioasOf(context, hwpt.ioas)?.space.alignment ?? 1n;
  if (iova % alignment !== 0n || (iova + length) % alignment !== 0n) return FAIL.EINVAL;
  return pageBytes === 0n || iova % pageBytes !== 0n || length % pageBytes !== 0n ? FAIL.EINVAL : 0;
}

/** Bits of the window that are marked. */
function takeMarks(hwpt: PagingHwpt, { iova, length, pageBytes }: Window, then: 'keep' | 'clear'): Set<bigint> {
  const bits = new Set<bigint>();
  for (const page of [...hwpt.dirtyPages]) {
    const at = page * hwpt.shape.pageBytes;
    if (at < iova || at >= iova + length) continue;
    bits.add((at - iova) / pageBytes);
    if (then === 'clear') hwpt.dirtyPages.delete(page);
  }
  return bits;
}

/** Set, never cleared: the caller's bits stay. */
function setBits(user: UserMemory, bitmap: bigint, bits: ReadonlySet<bigint>): number {
  const byte = new Uint8Array(1);
  for (const bit of bits) {
    const at = bitmap + bit / 8n;
    if (!user.read(at, byte)) return FAIL.EFAULT;
    byte[0] = (byte[0] ?? 0) | (1 << Number(bit % 8n));
    if (!user.write(at, byte)) return FAIL.EFAULT;
  }
  return 0;
}

function tracksDirt({ flags }: PagingHwpt): boolean {
  return (flags & IOMMU_HWPT_ALLOC_FLAG.DIRTY_TRACKING) !== 0;
}
