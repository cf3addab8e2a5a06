/** Where a mapping goes: checks of a given IOVA, and the search for a free one. Source: iommufd/io_pagetable.c (7.3). */

import {
  type AddressSpace,
  areaIn,
  type Backing,
  holes,
  type IovaRange,
  LAST_IOVA,
  overlaps,
  PAGE_BYTES,
  pageOffset,
} from './address-space.ts';
import { FAIL } from './fail.ts';

const HUGE_PAGE_BYTES = 2n ** 21n;

/** Ladder: misaligned EINVAL, wraps EOVERFLOW, reserved EINVAL, taken EEXIST. Source: iopt_check_iova. */
export function checkIova(space: AddressSpace, iova: bigint, length: bigint): number {
  if ((iova & (space.alignment - 1n)) !== 0n) return FAIL.EINVAL;
  const range: IovaRange = { first: iova, last: iova + length - 1n };
  if (range.last > LAST_IOVA) return FAIL.EOVERFLOW;
  if (space.reserved.some((reserved) => overlaps(reserved, range))) return FAIL.EINVAL;
  return areaIn(space, range) === null ? 0 : FAIL.EEXIST;
}

/** A free IOVA, or a negative errno; never 0. Source: iopt_alloc_iova. */
export function findIova(space: AddressSpace, length: bigint, backing: Backing): bigint {
  if (length >= LAST_IOVA / 2n) return BigInt(FAIL.EOVERFLOW);
  const alignment = wantedAlignment(space, length, backing);
  if (alignment < space.alignment) return BigInt(FAIL.EINVAL);
  const everything = { first: PAGE_BYTES, last: LAST_IOVA - PAGE_BYTES };
  const places = space.allowed.length === 0 ? [everything] : [...space.allowed];
  for (const place of places.sort((a, b) => (a.first < b.first ? -1 : 1))) {
    for (const hole of holes([...space.areas, ...space.reserved], place)) {
      const first = roundUp(hole.first, alignment) + (pageOffset(backing) % alignment);
      if (first !== 0n && first + length - 1n <= hole.last) return first;
    }
  }
  return BigInt(FAIL.ENOSPC);
}

function wantedAlignment(space: AddressSpace, length: bigint, backing: Backing): bigint {
  const start = backing.kind === 'user' ? backing.address : backing.offset;
  const most = space.hugePages ? HUGE_PAGE_BYTES : PAGE_BYTES;
  let alignment = 1n;
  // The IOVA keeps the alignment of the memory, so that large pages stay possible.
  while (alignment < length && alignment < most && (start & alignment) === 0n) alignment *= 2n;
  return alignment;
}

function roundUp(value: bigint, alignment: bigint): bigint {
  return (value + alignment - 1n) & -alignment;
}
