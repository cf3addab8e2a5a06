/** IOMMU_IOAS_ALLOC, IOVA_RANGES and ALLOW_IOVAS. Source: iommufd/ioas.c (7.3). */

import {
  iommu_ioas_alloc,
  iommu_ioas_allow_iovas,
  iommu_ioas_iova_ranges,
  iommu_iova_range,
} from '../../../uapi/iommufd.ts';
import { emptyAddressSpace, freeRanges, type IovaRange, overlaps } from '../../state/address-space.ts';
import { FAIL } from '../../state/fail.ts';
import { ioasOf } from '../../state/hwpt.ts';
import { allocObject, freeObject, KIND } from '../../state/object-table.ts';
import type { UserMemory } from '../../state/user-memory.ts';
import type { Command } from '../command.ts';

const ALLOC = iommu_ioas_alloc.offset;
const RANGES = iommu_ioas_iova_ranges.offset;
const ALLOW = iommu_ioas_allow_iovas.offset;
const RANGE = iommu_iova_range;

/** Undone by: IOMMU_DESTROY. */
export function ioasAlloc({ context, view, respond }: Command): number {
  if (view.getUint32(ALLOC.flags, true) !== 0) return FAIL.EOPNOTSUPP;
  const id = allocObject(context.objects, KIND.ioas);
  context.objects.details.set(id, { kind: 'ioas', space: emptyAddressSpace(), hwpts: [] });
  view.setUint32(ALLOC.out_ioas_id, id, true);
  const result = respond();
  if (result < 0) freeObject(context.objects, id);
  return result;
}

/** EMSGSIZE when the array is too short; the count and the ranges that fit are written all the same. */
export function ioasIovaRanges({ memory, context, view, respond }: Command): number {
  if (view.getUint32(RANGES.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  const ioas = ioasOf(context, view.getUint32(RANGES.ioas_id, true));
  if (ioas === null) return FAIL.ENOENT;
  const room = view.getUint32(RANGES.num_iovas, true);
  const array = view.getBigUint64(RANGES.allowed_iovas, true);
  const ranges = freeRanges(ioas.space);
  for (const [index, range] of ranges.slice(0, room).entries()) {
    const bytes = RANGE.encode({ start: range.first, last: range.last });
    if (!memory.user.write(array + BigInt(index * RANGE.sizeBytes), bytes)) return FAIL.EFAULT;
  }
  view.setUint32(RANGES.num_iovas, ranges.length, true);
  view.setBigUint64(RANGES.out_iova_alignment, ioas.space.alignment, true);
  const result = respond();
  if (result < 0) return result;
  return ranges.length > room ? FAIL.EMSGSIZE : 0;
}

/** Replaces the whole list; on an error the old one stays. Source: iommufd_ioas_load_iovas, iopt_set_allow_iova. */
export function ioasAllowIovas({ memory, context, view }: Command): number {
  if (view.getUint32(ALLOW.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  const ioas = ioasOf(context, view.getUint32(ALLOW.ioas_id, true));
  if (ioas === null) return FAIL.ENOENT;
  const array = view.getBigUint64(ALLOW.allowed_iovas, true);
  const allowed = readRanges(memory.user, array, view.getUint32(ALLOW.num_iovas, true));
  if (typeof allowed === 'number') return allowed;
  const collides = allowed.some((range) => ioas.space.reserved.some((reserved) => overlaps(range, reserved)));
  if (collides) return FAIL.EADDRINUSE;
  ioas.space.allowed = allowed;
  return 0;
}

function readRanges(user: UserMemory, array: bigint, count: number): IovaRange[] | number {
  const ranges: IovaRange[] = [];
  const bytes = new Uint8Array(RANGE.sizeBytes);
  for (let index = 0; index < count; index++) {
    if (!user.read(array + BigInt(index * RANGE.sizeBytes), bytes)) return FAIL.EFAULT;
    const { start, last } = RANGE.decode(bytes);
    const range = { first: start, last };
    if (start >= last || ranges.some((other) => overlaps(other, range))) return FAIL.EINVAL;
    ranges.push(range);
  }
  return ranges;
}
