/** A list of numbers below 2^32 in a typed array that is reused. */

import { grownUint32 } from './growing.ts';

/** Capacity that is kept when the list is cleared. */
const KEPT = 1024;
const FEWEST = 16;

export class NumberList {
  #items = new Uint32Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  push(item: number): void {
    // Always doubled, unlike in `growing.ts`: a long list lives for one event only.
    if (this.#length === this.#items.length) this.#items = grownUint32(this.#items, Math.max(FEWEST, this.#length * 2));
    this.#items[this.#length++] = item;
  }

  clear(): void {
    this.#length = 0;
    if (this.#items.length > KEPT) this.#items = new Uint32Array(0);
  }
}
