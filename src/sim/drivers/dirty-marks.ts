/**
 * Dirty marks of a mock HWPT, on the entries of its page table. An entry maps 4 KiB where address and memory are aligned to it,
 * else 2 KiB. The kernel makes larger entries where memory is contiguous.
 * Source: generic_pt/iommu_pt.h read_and_clear_dirty, set_dirty; io_pagetable.c __iommu_read_and_clear_dirty (7.3).
 */

import { offsetInPage, PAGE_BYTES_BIGINT } from '../../model/page.ts';
import { type AddressSpace, type Area, areaIn, areaIndex, type IovaRange, pageOffset } from '../state/address-space.ts';
import type { PagingHwpt } from '../state/objects.ts';

/** The entry that maps an address; `null` where nothing is mapped. */
function entryAt(space: AddressSpace, { shape }: PagingHwpt, iova: bigint): IovaRange | null {
  const area = areaIn(space, { first: iova, last: iova });
  if (area === null) return null;
  const page = entry(iova, PAGE_BYTES_BIGINT);
  const small = entry(iova, shape.pageBytes);
  return holdsPage(area, page) ? page : small;
}

function entry(iova: bigint, bytes: bigint): IovaRange {
  const first = iova & -bytes;
  return { first, last: first + bytes - 1n };
}

function holdsPage(area: Area, page: IovaRange): boolean {
  const aligned = offsetInPage(pageOffset(area.backing) + page.first - area.first) === 0n;
  return aligned && area.first <= page.first && page.last <= area.last;
}

/** Mark the entry that a device wrote to. No effect where nothing is mapped. */
export function setMark(space: AddressSpace, hwpt: PagingHwpt, iova: bigint): void {
  const found = entryAt(space, hwpt, iova);
  if (found !== null) hwpt.dirtyMarks.add(found.first);
}

/** Remove the marks of a mapping that is removed. */
export function forgetMarks({ dirtyMarks }: PagingHwpt, { first, last }: IovaRange): void {
  for (const mark of dirtyMarks) if (mark >= first && mark <= last) dirtyMarks.delete(mark);
}

interface Taking {
  readonly space: AddressSpace;
  readonly hwpt: PagingHwpt;
  readonly after: 'keep' | 'clear';
}

/** Marked entries from an address on, up to the first unmapped address. */
export function takeMarks(
  { space, hwpt, after }: Taking,
  { iova, length }: { readonly iova: bigint; readonly length: bigint },
): IovaRange[] {
  const found: IovaRange[] = [];
  const reach = contiguousFrom(space, iova);
  const end = reach < iova + length ? reach : iova + length;
  for (const mark of [...hwpt.dirtyMarks]) {
    const marked = entryAt(space, hwpt, mark);
    if (marked === null || marked.last < iova || marked.first >= end) continue;
    found.push({ first: marked.first < iova ? iova : marked.first, last: marked.last });
    if (after === 'clear') hwpt.dirtyMarks.delete(mark);
  }
  return found;
}

/** The first address from here that is not mapped. */
function contiguousFrom(space: AddressSpace, iova: bigint): bigint {
  let next = iova;
  for (let index = areaIndex(space, iova); ; index++) {
    const area = space.areas[index];
    if (area === undefined || area.first > next) return next;
    next = area.last + 1n;
  }
}
