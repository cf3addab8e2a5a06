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
  const apart = new Apart<T, N>(bounds);
  for (const item of items) {
    if (first(item) >= end(item)) continue;
    const earlier = apart.add(item);
    if (earlier !== null) yield [earlier, item];
  }
}

/** Most intervals of one run: what an insertion moves. */
const RUN_LENGTH = 1024;

/** Disjoint intervals, sorted, in short runs: a list in descending order would otherwise be moved whole for each one. */
class Apart<T, N extends number | bigint> {
  readonly #runs: T[][] = [[]];
  readonly #bounds: Bounds<T, N>;

  constructor(bounds: Bounds<T, N>) {
    this.#bounds = bounds;
  }

  /** Adds an interval, unless it overlaps one that is here: then that one is returned. */
  add(item: T): T | null {
    const { first, end } = this.#bounds;
    const start = first(item);
    const isBefore = (other: T | undefined): boolean => other !== undefined && end(other) <= start;
    const at = Math.min(
      firstIndex(this.#runs, (run) => !isBefore(run.at(-1))),
      this.#runs.length - 1,
    );
    const run = this.#runs[at] ?? [];
    const index = firstIndex(run, (other) => !isBefore(other));
    const next = run[index];
    if (next !== undefined && first(next) < end(item)) return next;
    run.splice(index, 0, item);
    if (run.length > RUN_LENGTH) this.#runs.splice(at + 1, 0, run.splice(RUN_LENGTH / 2));
    return null;
  }
}

/** Binary search; the length when no item fits. */
function firstIndex<T>(sorted: readonly T[], fits: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && !fits(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
