/**
 * Bindings of one device as sorted, disjoint PASID ranges: 2^20 PASIDs with one target are one range, not a million objects.
 */

import { sameHwpt } from '../model/hwpt-ref.ts';
import type { LiveBinding } from '../model/live.ts';
import type { PasidRange } from '../model/pasid.ts';

/** Sorted by first PASID, with adjacent ranges of one target merged. The inputs are disjoint. */
export function canonicalRanges(bindings: readonly LiveBinding[]): LiveBinding[] {
  const merged: LiveBinding[] = [];
  for (const binding of [...bindings].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before !== undefined && before.last + 1 === binding.first && sameTarget(before, binding)) {
      merged[merged.length - 1] = { ...before, last: binding.last };
    } else merged.push(binding);
  }
  return merged;
}

/** The same HWPT and the same guest domain. */
export function sameTarget(a: LiveBinding, b: LiveBinding): boolean {
  return a.domain === b.domain && a.owner === b.owner && sameHwpt(a.to, b.to);
}

/** Index of the first range whose end is `pasid` or later, by binary search; the length where there is none. Sorted and disjoint. */
export function firstEndingAtOrAfter(ranges: readonly PasidRange[], pasid: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.last ?? 0) < pasid) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** PASIDs `first` … `last` are bound as `from` and wanted as `to`; null is unbound. */
export interface RangeChange {
  readonly first: number;
  readonly last: number;
  readonly from: LiveBinding | null;
  readonly to: LiveBinding | null;
}

/**
 * The differences between two canonical lists, ascending, in time linear in the number of ranges.
 */
export function diffRanges(live: readonly LiveBinding[], wanted: readonly LiveBinding[]): RangeChange[] {
  const changes: RangeChange[] = [];
  let l = 0;
  let w = 0;
  let at = 0;
  while (l < live.length || w < wanted.length) {
    const from = live[l];
    const to = wanted[w];
    const first = Math.max(
      at,
      Math.min(from?.first ?? Number.POSITIVE_INFINITY, to?.first ?? Number.POSITIVE_INFINITY),
    );
    const inFrom = from !== undefined && from.first <= first ? from : null;
    const inTo = to !== undefined && to.first <= first ? to : null;
    const last = Math.min(endOf(inFrom, from), endOf(inTo, to));
    pushChange(changes, { first, last, from: inFrom, to: inTo });
    at = last + 1;
    if (inFrom !== null && inFrom.last <= last) l++;
    if (inTo !== null && inTo.last <= last) w++;
  }
  return changes;
}

/** Last PASID with the same target: the end of the current range, or the PASID before the next one. */
function endOf(inside: LiveBinding | null, next: LiveBinding | undefined): number {
  if (inside !== null) return inside.last;
  return next === undefined ? Number.POSITIVE_INFINITY : next.first - 1;
}

function pushChange(changes: RangeChange[], change: RangeChange): void {
  const { from, to } = change;
  if (from !== null && to !== null && sameTarget(from, to)) return;
  const before = changes.at(-1);
  const joins =
    before !== undefined && before.last + 1 === change.first && sameSide(before.from, from) && sameSide(before.to, to);
  if (joins) changes[changes.length - 1] = { ...before, last: change.last };
  else changes.push(change);
}

function sameSide(a: LiveBinding | null, b: LiveBinding | null): boolean {
  return a === null || b === null ? a === b : sameTarget(a, b);
}
