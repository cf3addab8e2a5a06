/**
 * The IOVA space of an IOAS: areas (mappings), reserved ranges by owner, the allow list, and the alignment.
 * Ranges are inclusive: `first` … `last`.
 * Source: iommufd/io_pagetable.c struct io_pagetable (7.3).
 */

import { offsetInPage } from '../../model/page.ts';
import { FAIL } from './fail.ts';

export interface AddressSpace {
  /** Sorted by `first`, disjoint. */
  areas: Area[];
  reserved: Reserved[];
  allowed: IovaRange[];
  alignment: bigint;
  hugePages: boolean;
}

export interface IovaRange {
  readonly first: bigint;
  readonly last: bigint;
}

export interface Area extends IovaRange {
  readonly writable: boolean;
  readonly backing: Backing;
}

/** The source of the pages. `writable`: they were registered as writable; a copy of read-only pages is never writable. */
export type Backing =
  | { readonly kind: 'user'; readonly address: bigint; readonly writable: boolean }
  | { readonly kind: 'file'; readonly inode: number; readonly offset: bigint; readonly writable: boolean };

export interface Reserved extends IovaRange {
  /** `hwpt:4`, `device:3` or `test`. */
  readonly owner: string;
}

export const LAST_IOVA: bigint = 2n ** 64n - 1n;

export function emptyAddressSpace(): AddressSpace {
  return { areas: [], reserved: [], allowed: [], alignment: 1n, hugePages: true };
}

export function overlaps(a: IovaRange, b: IovaRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Index of the first area that ends at or after this address; `areas.length` when none does. */
export function areaIndex({ areas }: AddressSpace, address: bigint): number {
  let low = 0;
  let high = areas.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const area = areas[middle];
    if (area !== undefined && area.last < address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first area that overlaps the range. */
export function areaIn(space: AddressSpace, range: IovaRange): Area | null {
  const area = space.areas[areaIndex(space, range.first)];
  return area !== undefined && area.first <= range.last ? area : null;
}

export function insertArea(space: AddressSpace, area: Area): void {
  space.areas.splice(areaIndex(space, area.first), 0, area);
}

/**
 * EADDRINUSE when the range overlaps a mapping or an allowed range. Undone by: releaseReserved.
 * Source: iopt_reserve_iova.
 */
export function reserve(space: AddressSpace, range: Reserved): number {
  if (areaIn(space, range) !== null || space.allowed.some((allowed) => overlaps(allowed, range))) {
    return FAIL.EADDRINUSE;
  }
  space.reserved.push(range);
  return 0;
}

/** Undone by: reserve. Source: iopt_remove_reserved_iova. */
export function releaseReserved(space: AddressSpace, owner: string): void {
  space.reserved = space.reserved.filter((range) => range.owner !== owner);
}

/** EADDRINUSE when an existing mapping does not have this alignment. Source: iopt_check_iova_alignment. */
export function checkAlignment(space: AddressSpace, alignment: bigint): number {
  const mask = alignment - 1n;
  const crooked = space.areas.some(
    ({ first, last, backing }) =>
      (first & mask) !== 0n || ((last + 1n) & mask) !== 0n || (pageOffset(backing) & mask) !== 0n,
  );
  return crooked ? FAIL.EADDRINUSE : 0;
}

/** Offset of the first byte in its page. */
export function pageOffset(backing: Backing): bigint {
  return offsetInPage(backing.kind === 'user' ? backing.address : backing.offset);
}

/** Ranges that are not reserved, ascending. Source: iommufd_ioas_iova_ranges. */
export function freeRanges(space: AddressSpace): IovaRange[] {
  return holes(space.reserved, { first: 0n, last: LAST_IOVA });
}

/** Parts of a range that no other range covers, ascending. */
export function holes(covers: readonly IovaRange[], { first, last }: IovaRange): IovaRange[] {
  const found: IovaRange[] = [];
  let next = first;
  for (const cover of [...covers].sort((a, b) => (a.first < b.first ? -1 : 1))) {
    if (cover.last < next) continue;
    if (cover.first > last) break;
    if (cover.first > next) found.push({ first: next, last: cover.first - 1n });
    next = cover.last + 1n;
  }
  if (next <= last) found.push({ first: next, last });
  return found;
}
