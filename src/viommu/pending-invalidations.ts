/**
 * Invalidations since the last wait: per HWPT, without repetitions, and one that covers everything swallows the others.
 * A wait completes only after they have gone out.
 */

import { type InvalidationRange, WHOLE_RANGE } from '../vtd/invalidation-range.ts';

/** Ranges that may be waiting in all; beyond, they go out early. */
const LIMIT = 65_536;

interface Waiting {
  whole: boolean;
  readonly ranges: Map<bigint, InvalidationRange>;
}

export class PendingInvalidations {
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  /** @returns false when there are so many that they should go out now */
  add(hwpt: number, range: InvalidationRange): boolean {
    const waiting = this.#of(hwpt);
    if (waiting.whole) return true;
    if (range.pages === WHOLE_RANGE.pages) {
      this.#count -= waiting.ranges.size;
      waiting.ranges.clear();
      waiting.whole = true;
      return true;
    }
    const key = keyOf(range);
    const held = waiting.ranges.get(key);
    if (held === undefined) this.#count++;
    // Whatever is not a leaf alone covers the leaf too.
    if (held === undefined || (held.leaf && !range.leaf)) waiting.ranges.set(key, range);
    return this.#count < LIMIT;
  }

  /** The HWPT is gone, and with it all that was cached for it. */
  drop(hwpt: number): void {
    this.#count -= this.#waiting.get(hwpt)?.ranges.size ?? 0;
    this.#waiting.delete(hwpt);
  }

  /** Hand out and forget everything, in the order in which HWPTs were first named. */
  take(): readonly (readonly [hwpt: number, ranges: readonly InvalidationRange[]])[] {
    const taken = [...this.#waiting].map(
      ([hwpt, { whole, ranges }]) => [hwpt, whole ? [WHOLE_RANGE] : [...ranges.values()]] as const,
    );
    this.#waiting.clear();
    this.#count = 0;
    return taken;
  }

  #of(hwpt: number): Waiting {
    const held = this.#waiting.get(hwpt);
    if (held !== undefined) return held;
    const fresh: Waiting = { whole: false, ranges: new Map() };
    this.#waiting.set(hwpt, fresh);
    return fresh;
  }
}

/** Addresses are whole pages and page counts powers of two, so both fit into one number. */
function keyOf({ address, pages }: InvalidationRange): bigint {
  return address | BigInt(pages.toString(2).length);
}
