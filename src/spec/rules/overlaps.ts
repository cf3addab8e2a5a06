/** Overlaps in a list of intervals, found in one pass over the sorted list. */

/** How to read an interval; `end` is exclusive. */
interface Bounds<T, N> {
  first(item: T): N;
  end(item: T): N;
}

/**
 * Pairs that overlap, earlier in the list first. Each item is the later one of at most one pair, so that one interval over
 * everything is one complaint.
 */
export function* overlaps<T, N extends number | bigint>(
  items: readonly T[],
  { first, end }: Bounds<T, N>,
): Generator<readonly [T, T]> {
  const order = items
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => first(item) < end(item))
    .sort((a, b) => compare(first(a.item), first(b.item)) || a.index - b.index);
  const complained = new Set<number>();
  let reach = order[0];
  for (const current of order.slice(1)) {
    if (reach === undefined) return;
    if (first(current.item) < end(reach.item)) {
      const [earlier, later] = current.index < reach.index ? [current, reach] : [reach, current];
      if (!complained.has(later.index)) yield [earlier.item, later.item];
      complained.add(later.index);
    }
    if (end(current.item) > end(reach.item)) reach = current;
  }
}

function compare<N extends number | bigint>(a: N, b: N): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
