/** Which addresses a list of regions covers, by binary search: a spec may have many bindings and many regions. */

import type { MemorySpec } from '../../model/spec.ts';
import { endOf } from './rule.ts';

/** Ascending, neither overlapping nor touching; `end` is exclusive. */
export type Covered = readonly { readonly start: bigint; readonly end: bigint }[];

export function coveredBy(memory: readonly MemorySpec[]): Covered {
  const regions = memory
    .map((region) => ({ start: region.guestAddress, end: endOf(region) }))
    .sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  const merged: { start: bigint; end: bigint }[] = [];
  for (const region of regions) {
    const last = merged.at(-1);
    if (last === undefined || last.end < region.start) merged.push(region);
    else if (last.end < region.end) last.end = region.end;
  }
  return merged;
}

export function covers(covered: Covered, address: bigint): boolean {
  let low = 0;
  let high = covered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((covered[middle]?.end ?? 0n) <= address) low = middle + 1;
    else high = middle;
  }
  const found = covered[low];
  return found !== undefined && found.start <= address;
}
