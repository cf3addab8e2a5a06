/** Ranges of all HWPTs that wait to be invalidated, each once per HWPT, in typed arrays with an index. */

import type { PageRange } from '../../vtd/invalidation-range.ts';
import { grownFloat64, grownInt32, grownUint8 } from './growing.ts';
import { END, RecordIndex } from './record-index.ts';

/** Where the mask is put into the upper half of a page number, which has 20 bits. */
const MASK_SHIFT = 20;

export class WaitingRanges {
  readonly #index = new RecordIndex();
  #owner = new Int32Array(0);
  #page = new Float64Array(0);
  #mask = new Uint8Array(0);
  #leaf = new Uint8Array(0);
  /** The record that was added next for the same owner. */
  #after = new Int32Array(0);

  /** Number of ranges. */
  get count(): number {
    return this.#index.count;
  }

  /** Bytes that they take. */
  get sizeBytes(): number {
    return this.#index.sizeBytes + this.#page.length * 18;
  }

  /** The owner's record of these pages; −1 when there is none. */
  find(owner: number, range: Readonly<PageRange>): number {
    let record = this.#index.first(this.#hashOf(owner, range));
    while (record !== END && !this.#is(record, owner, range)) record = this.#index.next(record);
    return record;
  }

  /** Undone by: remove. */
  add(owner: number, range: Readonly<PageRange>): number {
    const record = this.#index.add(this.#hashOf(owner, range));
    this.#fit();
    this.#owner[record] = owner;
    this.#page[record] = range.page;
    this.#mask[record] = range.mask;
    this.#leaf[record] = range.leaf ? 1 : 0;
    this.#after[record] = END;
    return record;
  }

  /** Join another invalidation of the same pages: only two of leaf entries stay one of leaf entries. */
  widen(record: number, leaf: boolean): void {
    if (!leaf) this.#leaf[record] = 0;
  }

  remove(record: number): void {
    this.#index.remove(record);
    this.#fit();
  }

  read(into: PageRange, record: number): void {
    into.page = this.#page[record] ?? 0;
    into.mask = this.#mask[record] ?? 0;
    into.leaf = this.#leaf[record] === 1;
  }

  after(record: number): number {
    return this.#after[record] ?? END;
  }

  setAfter(record: number, next: number): void {
    this.#after[record] = next;
  }

  #is(record: number, owner: number, { page, mask }: Readonly<PageRange>): boolean {
    return this.#page[record] === page && this.#mask[record] === mask && this.#owner[record] === owner;
  }

  #hashOf(owner: number, { page, mask }: Readonly<PageRange>): number {
    return this.#index.hashOf(page | 0, (page / 2 ** 32) | (mask << MASK_SHIFT), owner);
  }

  /** Resize the arrays to the capacity of the index. */
  #fit(): void {
    const { capacity } = this.#index;
    if (this.#page.length === capacity) return;
    this.#owner = grownInt32(this.#owner.subarray(0, capacity), capacity);
    this.#page = grownFloat64(this.#page.subarray(0, capacity), capacity);
    this.#mask = grownUint8(this.#mask.subarray(0, capacity), capacity);
    this.#leaf = grownUint8(this.#leaf.subarray(0, capacity), capacity);
    this.#after = grownInt32(this.#after.subarray(0, capacity), capacity);
  }
}
