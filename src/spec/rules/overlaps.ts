/** Overlaps in a list of intervals. */

/** How to read an interval; `end` is exclusive. */
interface Bounds<T, N> {
  first(item: T): N;
  end(item: T): N;
}

/**
 * Pairs of an earlier item and a later one that overlaps it. The later item is then left out, so that items after it are
 * compared as if it had been corrected. Empty and reversed intervals overlap nothing.
 */
export function* overlaps<T, N extends number | bigint>(
  items: readonly T[],
  bounds: Bounds<T, N>,
): Generator<readonly [T, T]> {
  const { first, end } = bounds;
  const apart: T[] = [];
  for (const item of items) {
    if (first(item) >= end(item)) continue;
    const index = firstEndingAfter(apart, first(item), bounds);
    const next = apart[index];
    if (next !== undefined && first(next) < end(item)) yield [next, item];
    else apart.splice(index, 0, item);
  }
}

/** Binary search in intervals that are sorted and disjoint. */
function firstEndingAfter<T, N extends number | bigint>(apart: readonly T[], start: N, { end }: Bounds<T, N>): number {
  let low = 0;
  let high = apart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = apart[middle];
    if (item !== undefined && end(item) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
