/** The ranges of one invalidation call, in typed arrays that are reused. */

import { ALL_PAGES, type InvalidationRanges } from '../../kernel/invalidation-batch.ts';
import type { PageRange } from '../../vtd/invalidation-range.ts';
import { grownFloat64, grownUint8, nextCapacity } from './growing.ts';

/** Capacity that is kept when the list is cleared. */
const KEPT = 1024;

/** One range that covers the whole HWPT. */
export const WHOLE_HWPT: InvalidationRanges = { count: 1, page: () => 0, pages: () => ALL_PAGES, leaf: () => false };

export class TakenRanges implements InvalidationRanges {
  #page = new Float64Array(0);
  #mask = new Uint8Array(0);
  #leaf = new Uint8Array(0);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  page(index: number): number {
    return this.#page[index] ?? 0;
  }

  pages(index: number): number {
    return 2 ** (this.#mask[index] ?? 0);
  }

  leaf(index: number): boolean {
    return this.#leaf[index] === 1;
  }

  /** Bytes that the list takes. */
  get sizeBytes(): number {
    return this.#page.length * 10;
  }

  push({ page, mask, leaf }: Readonly<PageRange>): void {
    if (this.#count === this.#page.length) this.#resize(nextCapacity(this.#count));
    this.#page[this.#count] = page;
    this.#mask[this.#count] = mask;
    this.#leaf[this.#count] = leaf ? 1 : 0;
    this.#count++;
  }

  clear(): void {
    this.#count = 0;
    if (this.#page.length > KEPT) this.#resize(0);
  }

  #resize(capacity: number): void {
    this.#page = grownFloat64(this.#page.subarray(0, capacity), capacity);
    this.#mask = grownUint8(this.#mask.subarray(0, capacity), capacity);
    this.#leaf = grownUint8(this.#leaf.subarray(0, capacity), capacity);
  }
}
