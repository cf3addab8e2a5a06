/**
 * First-stage HWPTs that the engine made: kernel id, users, and what each means, in typed arrays with a hash over the meaning.
 *
 * The meaning is 64 bits: the number of the table's page (52), width, the flags that the kernel heeds
 * and whether it takes page requests (5), the unit (7).
 */

import type { FirstStage } from '../model/spec.ts';
import { pageAddress } from '../vtd/field-reader.ts';
import { grownInt32, grownUint32, nextCapacity } from './growing.ts';

const END = -1;

/** Units that one vIOMMU can tell apart. */
export const MAX_UNITS = 128;

// Bits of the attributes.
const SUPERVISOR = 1;
const EXTENDED_ACCESS = 2;
const WRITE_PROTECT = 4;
const FIVE_LEVELS = 8;
const PAGE_REQUESTS = 16;
const PAGES_PER_HIGH_UNIT = 2 ** 20;

/** Halves of a meaning. */
export interface Meaning {
  low: number;
  high: number;
}

export interface StageFacts {
  /** Number of the table's page. */
  readonly page: number;
  readonly fiveLevels: boolean;
  readonly supervisor: boolean;
  readonly extendedAccess: boolean;
  readonly writeProtect: boolean;
  /** It has a fault queue of its own. */
  readonly pageRequests: boolean;
}

/** Write protection without supervisor requests is nothing to the kernel (§1.3), so it is none here. */
export function writeMeaning(into: Meaning, unit: number, stage: StageFacts): void {
  const { page, fiveLevels, supervisor, extendedAccess, writeProtect, pageRequests } = stage;
  const attributes =
    (supervisor ? SUPERVISOR | (writeProtect ? WRITE_PROTECT : 0) : 0) |
    (extendedAccess ? EXTENDED_ACCESS : 0) |
    (fiveLevels ? FIVE_LEVELS : 0) |
    (pageRequests ? PAGE_REQUESTS : 0);
  into.low = page >>> 0;
  into.high = (Math.floor(page / 2 ** 32) | (((unit << 5) | attributes) << 20)) >>> 0;
}

export function stageOf({ low, high }: Meaning): FirstStage {
  const attributes = high >>> 20;
  return {
    pageTable: pageAddress((high % PAGES_PER_HIGH_UNIT) * 2 ** 32 + low),
    addressWidth: (attributes & FIVE_LEVELS) === 0 ? 48 : 57,
    supervisor: (attributes & SUPERVISOR) !== 0,
    writeProtect: (attributes & WRITE_PROTECT) !== 0,
    extendedAccess: (attributes & EXTENDED_ACCESS) !== 0,
  };
}

export class HwptTable {
  #id = new Int32Array(0);
  #users = new Int32Array(0);
  #low = new Uint32Array(0);
  #high = new Uint32Array(0);
  /** Next record of the same bucket, or of the free list. */
  #next = new Int32Array(0);
  #buckets = new Int32Array(64).fill(END);
  #free = END;
  #used = 0;
  #count = 0;
  /** Guests choose the meanings; they must not be able to choose the buckets. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32);
  readonly #shared: boolean;

  /** @param shared  records can be found by their meaning; without it each stays alone */
  constructor(shared: boolean) {
    this.#shared = shared;
  }

  /** HWPTs there are. */
  get count(): number {
    return this.#count;
  }

  /** Bytes that the records take. */
  get sizeBytes(): number {
    return this.#id.length * 20 + this.#buckets.length * 4;
  }

  /** A record of this meaning; −1 when there is none. */
  find({ low, high }: Meaning): number {
    let record = this.#buckets[this.#bucket(low, high)] ?? END;
    while (record !== END && (this.#low[record] !== low || this.#high[record] !== high)) {
      record = this.#next[record] ?? END;
    }
    return record;
  }

  /** A record without users. Undone by: remove. */
  add(id: number, { low, high }: Meaning): number {
    if (this.#shared && this.#count >= this.#buckets.length * 4) this.#rehash();
    const record = this.#take();
    this.#id[record] = id;
    this.#users[record] = 0;
    this.#low[record] = low;
    this.#high[record] = high;
    if (this.#shared) this.#link(record);
    this.#count++;
    return record;
  }

  remove(record: number): void {
    if (this.#shared) this.#unlink(record);
    this.#next[record] = this.#free;
    this.#free = record;
    this.#id[record] = 0;
    this.#count--;
  }

  #unlink(record: number): void {
    const bucket = this.#bucket(this.#low[record] ?? 0, this.#high[record] ?? 0);
    const next = this.#next[record] ?? END;
    let before = this.#buckets[bucket] ?? END;
    if (before === record) this.#buckets[bucket] = next;
    else {
      while (this.#next[before] !== record) before = this.#next[before] ?? END;
      this.#next[before] = next;
    }
  }

  /** The kernel's number. */
  idOf(record: number): number {
    return this.#id[record] ?? 0;
  }

  meaningOf(record: number): Meaning {
    return { low: this.#low[record] ?? 0, high: this.#high[record] ?? 0 };
  }

  means(record: number, { low, high }: Meaning): boolean {
    return this.#low[record] === low && this.#high[record] === high;
  }

  retain(record: number): void {
    this.#users[record] = (this.#users[record] ?? 0) + 1;
  }

  /** @returns users that are left */
  release(record: number): number {
    const left = (this.#users[record] ?? 0) - 1;
    this.#users[record] = left;
    return left;
  }

  usersOf(record: number): number {
    return this.#users[record] ?? 0;
  }

  #take(): number {
    const free = this.#free;
    if (free !== END) {
      this.#free = this.#next[free] ?? END;
      return free;
    }
    if (this.#used === this.#id.length) this.#grow();
    return this.#used++;
  }

  #grow(): void {
    const capacity = nextCapacity(this.#used);
    this.#id = grownInt32(this.#id, capacity);
    this.#users = grownInt32(this.#users, capacity);
    this.#low = grownUint32(this.#low, capacity);
    this.#high = grownUint32(this.#high, capacity);
    this.#next = grownInt32(this.#next, capacity);
  }

  #rehash(): void {
    this.#buckets = new Int32Array(this.#buckets.length * 4).fill(END);
    for (let record = 0; record < this.#used; record++) if (this.#id[record] !== 0) this.#link(record);
  }

  #link(record: number): void {
    const bucket = this.#bucket(this.#low[record] ?? 0, this.#high[record] ?? 0);
    this.#next[record] = this.#buckets[bucket] ?? END;
    this.#buckets[bucket] = record;
  }

  #bucket(low: number, high: number): number {
    let mixed = low ^ this.#seed;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b) ^ high;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
    return (mixed ^ (mixed >>> 16)) & (this.#buckets.length - 1);
  }
}
