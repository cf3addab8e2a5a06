/**
 * Ids: the lowest free one is taken first and reused at once, as in the kernel's xarrays and fd tables (src/quirks.md Q17).
 *
 * A binary heap of the free ids below `next`: taking and giving back an id cost O(log n).
 */

export interface FreeIds {
  /** Lowest id that was never taken. */
  next: number;
  /** Binary min-heap of ids below `next` that are free again. */
  readonly holes: number[];
}

export function freeIdsFrom(first: number): FreeIds {
  return { next: first, holes: [] };
}

/** The lowest free id. Undone by: giveBackId. */
export function takeId(ids: FreeIds): number {
  const lowest = ids.holes[0];
  if (lowest === undefined) return ids.next++;
  const last = ids.holes.pop();
  if (ids.holes.length > 0 && last !== undefined) sinkFromTop(ids.holes, last);
  return lowest;
}

/** The id must have been taken. Undone by: takeId. */
export function giveBackId({ holes }: FreeIds, id: number): void {
  let at = holes.length;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = holes[parent] ?? 0;
    if (above <= id) break;
    holes[at] = above;
    at = parent;
  }
  holes[at] = id;
}

function sinkFromTop(holes: number[], value: number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const child = (holes[left + 1] ?? Infinity) < (holes[left] ?? Infinity) ? left + 1 : left;
    const below = holes[child];
    if (below === undefined || below >= value) break;
    holes[at] = below;
    at = child;
  }
  holes[at] = value;
}
