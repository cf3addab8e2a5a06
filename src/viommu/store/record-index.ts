/**
 * A hash index of numbered records, for tables of typed arrays: which numbers are in use, and chains of those in one bucket.
 * Guests choose what is hashed; with a secret seed they cannot find values that collide. Memory is freed when the index is empty.
 */

import { grownInt32, grownUint32, nextCapacity } from './growing.ts';
import { mixed, newSeed } from './mixed.ts';

/** No record. */
export const END = -1;

const FEWEST_BUCKETS = 64;
/** Capacity that is kept when no record is left. */
const KEPT = 1024;

export class RecordIndex {
  #hash = new Uint32Array(0);
  /** Next record of the same bucket, or of the free list. */
  #next = new Int32Array(0);
  #buckets = new Int32Array(FEWEST_BUCKETS).fill(END);
  #free = END;
  #used = 0;
  #count = 0;
  readonly #seed = newSeed();

  /** Records there are. */
  get count(): number {
    return this.#count;
  }

  /** All record numbers are below it. Changes when a record is added or removed. */
  get capacity(): number {
    return this.#next.length;
  }

  /** Bytes that the index takes. */
  get sizeBytes(): number {
    return this.#next.length * 8 + this.#buckets.length * 4;
  }

  /** Of up to three numbers of 32 bits. */
  hashOf(one: number, two = 0, three = 0): number {
    return mixed(mixed(mixed(this.#seed, one), two), three);
  }

  /** First record that may have this hash. */
  first(hash: number): number {
    return this.#buckets[hash & (this.#buckets.length - 1)] ?? END;
  }

  /** The next that may have it. */
  next(record: number): number {
    return this.#next[record] ?? END;
  }

  /** Undone by: remove. */
  add(hash: number): number {
    if (this.#count >= this.#buckets.length) this.#rehash();
    const record = this.#take();
    this.#hash[record] = hash;
    this.#link(record);
    this.#count++;
    return record;
  }

  remove(record: number): void {
    this.#unlink(record);
    this.#count--;
    if (this.#count === 0) {
      this.#clear();
      return;
    }
    this.#next[record] = this.#free;
    this.#free = record;
  }

  #take(): number {
    const free = this.#free;
    if (free !== END) {
      this.#free = this.next(free);
      return free;
    }
    if (this.#used === this.capacity) {
      const capacity = nextCapacity(this.#used);
      this.#hash = grownUint32(this.#hash, capacity);
      this.#next = grownInt32(this.#next, capacity);
    }
    return this.#used++;
  }

  #clear(): void {
    this.#free = END;
    this.#used = 0;
    if (this.capacity <= KEPT) return;
    this.#hash = new Uint32Array(0);
    this.#next = new Int32Array(0);
    this.#buckets = new Int32Array(FEWEST_BUCKETS).fill(END);
  }

  #rehash(): void {
    const chains = this.#buckets;
    this.#buckets = new Int32Array(chains.length * 4).fill(END);
    for (const first of chains) {
      for (let record = first; record !== END; ) {
        const next = this.next(record);
        this.#link(record);
        record = next;
      }
    }
  }

  #link(record: number): void {
    const bucket = this.#bucketOf(record);
    this.#next[record] = this.#buckets[bucket] ?? END;
    this.#buckets[bucket] = record;
  }

  #unlink(record: number): void {
    const bucket = this.#bucketOf(record);
    const next = this.next(record);
    let before = this.#buckets[bucket] ?? END;
    if (before === record) this.#buckets[bucket] = next;
    else {
      while (this.next(before) !== record) before = this.next(before);
      this.#next[before] = next;
    }
  }

  #bucketOf(record: number): number {
    return (this.#hash[record] ?? 0) & (this.#buckets.length - 1);
  }
}
