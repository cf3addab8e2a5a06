/** The test operation that marks pages dirty, as writes of a device do. Source: iommufd/selftest.c iommufd_test_dirty (7.3). */

import { test_dirty } from '../../../uapi/selftest.ts';
import { setMark } from '../../drivers/dirty-marks.ts';
import { FAIL } from '../../state/fail.ts';
import { ioasOf, pagingHwpt } from '../../state/hwpt.ts';
import type { Command } from '../command.ts';

const { offset } = test_dirty;
const MOST_BITS = 16n * 2n ** 20n * 8n;

/**
 * Checks in order: sizes, pointer EINVAL; too many EOVERFLOW; HWPT ENOENT; tracking off EINVAL; unreadable EFAULT. Writes back
 * how many bits were set, mapped or not.
 */
export function markDirty({ memory, context, view, respond }: Command): number {
  const pageBytes = view.getBigUint64(offset.page_size, true);
  const iova = view.getBigUint64(offset.iova, true);
  const length = view.getBigUint64(offset.length, true);
  const address = view.getBigUint64(offset.uptr, true);
  if (pageBytes === 0n || length === 0n || iova % pageBytes !== 0n || length % pageBytes !== 0n) return FAIL.EINVAL;
  if (address === 0n) return FAIL.EINVAL;
  if (length / pageBytes > MOST_BITS) return FAIL.EOVERFLOW;
  const hwpt = pagingHwpt(context, view.getUint32(offset.id, true));
  const space = hwpt === null ? undefined : ioasOf(context, hwpt.ioas)?.space;
  if (hwpt === null || space === undefined) return FAIL.ENOENT;
  if (!hwpt.dirtyTracking) return FAIL.EINVAL;
  const pages = Number(length / pageBytes);
  const bitmap = new Uint8Array(Math.ceil(pages / 8));
  if (!memory.user.read(address, bitmap)) return FAIL.EFAULT;
  let count = 0;
  for (let page = 0; page < pages; page++) {
    if (((bitmap[page >> 3] ?? 0) & (1 << (page & 7))) === 0) continue;
    setMark(space, hwpt, BigInt.asUintN(64, iova + BigInt(page) * pageBytes));
    count += 1;
  }
  view.setBigUint64(offset.out_nr_dirty, BigInt(count), true);
  return respond();
}
