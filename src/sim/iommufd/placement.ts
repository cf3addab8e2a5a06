/** Placement of mappings: checks of a given IOVA, and the search for a free one. Source: iommufd/io_pagetable.c (7.3). */

import { offsetInPage, PAGE_BYTES_BIGINT } from '../../model/page.ts';
import {
  type AddressSpace,
  areaIn,
  type Backing,
  holes,
  type IovaRange,
  LAST_IOVA,
  overlaps,
} from '../state/address-space.ts';
import { FAIL } from '../state/fail.ts';

/** Checks in order: misaligned EINVAL, wraps EOVERFLOW, reserved EINVAL, taken EEXIST. Source: iopt_check_iova. */
export function checkIova(space: AddressSpace, iova: bigint, length: bigint): number {
  if ((iova & (space.alignment - 1n)) !== 0n) return FAIL.EINVAL;
  const range: IovaRange = { first: iova, last: iova + length - 1n };
  if (range.last > LAST_IOVA) return FAIL.EOVERFLOW;
  if (space.reserved.some((reserved) => overlaps(reserved, range))) return FAIL.EINVAL;
  return areaIn(space, range) === null ? 0 : FAIL.EEXIST;
}

/** A free IOVA, or a negative errno; never 0. Source: iopt_alloc_iova. */
export function findIova(space: AddressSpace, { length, backing, hugeBytes }: Wanted): bigint {
  if (length >= LAST_IOVA / 2n) return BigInt(FAIL.EOVERFLOW);
  const alignment = wantedAlignment({ length, backing, hugeBytes });
  if (alignment < space.alignment) return BigInt(FAIL.EINVAL);
  const offset = offsetInPage(addressOf(backing));
  const place = (range: IovaRange): bigint | null => firstFit(range, { length, alignment, offset });
  for (const allowed of allowedSpans(space)) {
    const from = place(allowed);
    if (from === null) continue;
    for (const hole of holes([...space.areas, ...space.reserved], { first: from, last: allowed.last })) {
      const found = place(hole);
      if (found !== null) return found;
    }
  }
  return BigInt(FAIL.ENOSPC);
}

export interface Wanted {
  readonly length: bigint;
  readonly backing: Backing;
  /** Largest page that IOVAs are aligned to: 2 MiB with CONFIG_TRANSPARENT_HUGEPAGE, else 4 KiB. */
  readonly hugeBytes: bigint;
}

/** The IOVA keeps the alignment of the memory, so that large pages stay possible. */
function wantedAlignment({ length, backing, hugeBytes }: Wanted): bigint {
  const start = addressOf(backing);
  let alignment = 1n;
  while (alignment < length && alignment < hugeBytes && (start & alignment) === 0n) alignment *= 2n;
  return alignment;
}

function addressOf(backing: Backing): bigint {
  return backing.kind === 'user' ? backing.address : backing.offset;
}

interface Shape {
  readonly length: bigint;
  readonly alignment: bigint;
  /** Offset of the memory in its page. */
  readonly offset: bigint;
}

/** Source: __alloc_iova_check_range. */
function firstFit({ first, last }: IovaRange, { length, alignment, offset }: Shape): bigint | null {
  const raised = first + alignment - 1n;
  if (raised > LAST_IOVA) return null;
  const start = (raised & -alignment) | offset;
  return start >= last || last - start < length - 1n ? null : start;
}

/**
 * Allowed ranges without the first and the last page, ascending, with adjacent ones joined; without a list everything is
 * allowed.
 */
function allowedSpans({ allowed }: AddressSpace): IovaRange[] {
  const [first, last] = [PAGE_BYTES_BIGINT, LAST_IOVA - PAGE_BYTES_BIGINT];
  if (allowed.length === 0) return [{ first, last }];
  const spans: { first: bigint; last: bigint }[] = [];
  for (const range of [...allowed].sort((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = spans.at(-1);
    if (before !== undefined && range.first === before.last + 1n) before.last = range.last;
    else spans.push({ ...range });
  }
  return spans
    .filter((span) => span.last >= first && span.first <= last)
    .map((span) => ({ first: span.first < first ? first : span.first, last: span.last > last ? last : span.last }));
}
