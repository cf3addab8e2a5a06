/** IOMMU_IOAS_UNMAP. Source: iommufd/ioas.c iommufd_ioas_unmap; io_pagetable.c iopt_unmap_iova_range (7.3). */

import { iommu_ioas_unmap } from '../../../uapi/iommufd.ts';
import { forgetMarks } from '../../drivers/dirty-marks.ts';
import { areaIn, type IovaRange, LAST_IOVA } from '../../state/address-space.ts';
import { FAIL } from '../../state/fail.ts';
import { ioasOf, pagingHwpt } from '../../state/hwpt.ts';
import type { Memory } from '../../state/ioas-tables.ts';
import type { Ioas } from '../../state/objects.ts';
import type { Context } from '../../state/world.ts';
import type { Command } from '../command.ts';
import { removeAreas } from './map.ts';

const { offset } = iommu_ioas_unmap;

/**
 * Unmaps whole areas only. It stops with ENOENT at the first area that is only partly in the range; areas before it are
 * unmapped.
 */
export function ioasUnmap({ memory, context, view, respond }: Command): number {
  const ioas = ioasOf(context, view.getUint32(offset.ioas_id, true));
  if (ioas === null) return FAIL.ENOENT;
  const iova = view.getBigUint64(offset.iova, true);
  const length = view.getBigUint64(offset.length, true);
  const target = { memory, context, ioas };
  const unmapped = iova === 0n && length === LAST_IOVA ? unmapAll(target) : unmapSome(target, { iova, length });
  if (typeof unmapped === 'number') return unmapped;
  view.setBigUint64(offset.length, unmapped, true);
  return respond();
}

interface Target {
  readonly memory: Memory;
  readonly context: Context;
  readonly ioas: Ioas;
}

function unmapAll(target: Target): bigint | number {
  return unmapRange(target, { first: 0n, last: LAST_IOVA });
}

function unmapSome(target: Target, { iova, length }: { iova: bigint; length: bigint }): bigint | number {
  if (iova === LAST_IOVA || length === LAST_IOVA) return FAIL.EOVERFLOW;
  if (length === 0n) return FAIL.EINVAL;
  const last = iova + length - 1n;
  if (last > LAST_IOVA) return FAIL.EOVERFLOW;
  const unmapped = unmapRange(target, { first: iova, last });
  return unmapped === 0n ? FAIL.ENOENT : unmapped;
}

function unmapRange({ memory, context, ioas }: Target, range: IovaRange): bigint | number {
  let unmapped = 0n;
  for (let area = areaIn(ioas.space, range); area !== null; area = areaIn(ioas.space, range)) {
    if (area.first < range.first || area.last > range.last) return FAIL.ENOENT;
    unmapped += area.last - area.first + 1n;
    removeAreas(memory, ioas, [area]);
    for (const id of ioas.hwpts) {
      const hwpt = pagingHwpt(context, id);
      if (hwpt !== null) forgetMarks(hwpt, area);
    }
  }
  return unmapped;
}
