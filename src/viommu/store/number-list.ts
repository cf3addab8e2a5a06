/** Numbers below 2^32, one after the other in a typed array that is used again. */

import { grownUint32 } from './growing.ts';

/** Numbers whose room is kept when the list is emptied. */
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
    // Doubled however long it is: it does not stay.
    if (this.#length === this.#items.length) this.#items = grownUint32(this.#items, Math.max(FEWEST, this.#length * 2));
    this.#items[this.#length++] = item;
  }

  clear(): void {
    this.#length = 0;
    if (this.#items.length > KEPT) this.#items = new Uint32Array(0);
  }
}
