/**
 * First-stage HWPTs that the engine made: kernel id, count of users and stage key, in typed arrays with a hash over the keys.
 */

import { invariant } from '../../assert.ts';
import { mixed, newSeed } from './mixed.ts';
import { MOST_RECORDS } from './slot-control.ts';
import type { StageKey } from './stage-key.ts';

const END = -1;

// A record's words are adjacent, so that they share a cache line. Pieces never move.
const ID = 0;
const USERS = 1;
const LOW = 2;
const HIGH = 3;
const STEP = 4;
const PIECE_LOG2 = 12;
const IN_PIECE = 2 ** PIECE_LOG2 - 1;

// A cell of the hash: a record's number, counted from 1, and above it as much of its hash as fits. A search for a new key
// therefore reads adjacent cells only, and no record.
const EMPTY = 0;
const TAG = 21;
/** Deleted, and the next cell is in use: a search goes on here. It has a tag and no record number. */
const LEFT = 1 << TAG;
const FEWEST_CELLS = 64;
const RECORD_MASK = 2 ** TAG - 1;

export class HwptTable {
  readonly #pieces: Int32Array[] = [];
  /** Open addressing; at most three quarters of the cells are in use or deleted. */
  #cells = new Int32Array(FEWEST_CELLS);
  #left = 0;
  /** First of the free records, chained by their users. */
  #free = END;
  #used = 0;
  #count = 0;
  /** Guests choose the keys. With a secret seed they cannot choose keys whose cells collide. */
  readonly #seed = newSeed();
  readonly #shared: boolean;

  /** @param shared  records can be found by their key; without it `find` finds none */
  constructor(shared: boolean) {
    this.#shared = shared;
  }

  /** HWPTs there are. */
  get count(): number {
    return this.#count;
  }

  /** Bytes that the records take. */
  get sizeBytes(): number {
    return this.#pieces.length * (IN_PIECE + 1) * STEP * 4 + this.#cells.byteLength;
  }

  /** The record with this key; −1 when there is none. */
  find({ low, high }: StageKey): number {
    const cells = this.#cells;
    const hash = this.#hash(low, high);
    for (let cell = hash & (cells.length - 1); ; cell = (cell + 1) & (cells.length - 1)) {
      const held = cells[cell] ?? EMPTY;
      if (held === EMPTY) return END;
      const record = (held & RECORD_MASK) - 1;
      if (held >>> TAG === hash >>> TAG && record >= 0 && this.#hasKey(record, low, high)) return record;
    }
  }

  hashOf({ low, high }: StageKey): number {
    return this.#hash(low, high);
  }

  /** Load the cells of these hashes into the processor's cache, all at the same time (see `touchCells`). Overwrites the hashes. */
  touch(hashes: Int32Array, count: number): void {
    const cells = this.#cells;
    const mask = cells.length - 1;
    let seen = 0;
    for (let index = 0; index < count; index++) seen ^= cells[(hashes[index] ?? 0) & mask] ?? EMPTY;
    // Written somewhere, so that the reads are not optimized away.
    hashes[0] = seen;
  }

  /** A record without users. Undone by: remove. */
  add(id: number, { low, high }: StageKey): number {
    const record = this.#take();
    const piece = this.#piece(record);
    const at = placeOf(record);
    piece[at + ID] = id;
    piece[at + USERS] = 0;
    piece[at + LOW] = low;
    piece[at + HIGH] = high;
    this.#count++;
    if (this.#shared) this.#enter(record);
    return record;
  }

  remove(record: number): void {
    if (this.#shared) this.#leave(record);
    const piece = this.#piece(record);
    const at = placeOf(record);
    piece[at + ID] = 0;
    piece[at + USERS] = this.#free;
    this.#free = record;
    this.#count--;
    if (this.#count > 0) return;
    this.#pieces.splice(1);
    this.#used = 0;
    this.#free = END;
  }

  /** Make room for so many new records at once, so that the hash is not rebuilt several times. Undone by: trim. */
  reserve(more: number): void {
    if (this.#shared && !hasRoom(this.#count + this.#left + more, this.#cells.length)) this.#resize(this.#count + more);
  }

  /** Free cells that were reserved and not used, or are not needed any more. */
  trim(): void {
    if (this.#cells.length > FEWEST_CELLS && this.#count * 8 < this.#cells.length) this.#resize(this.#count);
  }

  /** The kernel's object id. */
  idOf(record: number): number {
    return this.#piece(record)[placeOf(record) + ID] ?? 0;
  }

  keyOf(record: number): StageKey {
    const piece = this.#piece(record);
    const at = placeOf(record);
    return { low: (piece[at + LOW] ?? 0) >>> 0, high: (piece[at + HIGH] ?? 0) >>> 0 };
  }

  hasKey(record: number, { low, high }: StageKey): boolean {
    return this.#hasKey(record, low, high);
  }

  retain(record: number): void {
    const piece = this.#piece(record);
    const at = placeOf(record) + USERS;
    piece[at] = (piece[at] ?? 0) + 1;
  }

  /** @returns users that are left */
  release(record: number): number {
    const piece = this.#piece(record);
    const at = placeOf(record) + USERS;
    const left = (piece[at] ?? 0) - 1;
    piece[at] = left;
    return left;
  }

  usersOf(record: number): number {
    return this.#piece(record)[placeOf(record) + USERS] ?? 0;
  }

  #piece(record: number): Int32Array {
    const piece = this.#pieces[record >>> PIECE_LOG2];
    if (piece === undefined) throw new RangeError(`no HWPT record ${record}`);
    return piece;
  }

  #hasKey(record: number, low: number, high: number): boolean {
    const piece = this.#piece(record);
    const at = placeOf(record);
    return piece[at + LOW] === (low | 0) && piece[at + HIGH] === (high | 0);
  }

  #take(): number {
    const free = this.#free;
    if (free !== END) {
      this.#free = this.usersOf(free);
      return free;
    }
    invariant(this.#used < MOST_RECORDS, 'the field of a slot that holds a HWPT record can hold no larger number');
    if (this.#used >>> PIECE_LOG2 === this.#pieces.length) this.#pieces.push(new Int32Array((IN_PIECE + 1) * STEP));
    return this.#used++;
  }

  /** When the table is rebuilt, the record is entered with all others. */
  #enter(record: number): void {
    if (hasRoom(this.#count + this.#left, this.#cells.length)) this.#place(record);
    else this.#resize(this.#count);
  }

  /** At most five eighths in use, so that many records come and go before the next rebuild. */
  #resize(count: number): void {
    let length = FEWEST_CELLS;
    while (count * 8 > length * 5) length *= 2;
    this.#cells = new Int32Array(length);
    this.#left = 0;
    for (let record = 0; record < this.#used; record++) if (this.idOf(record) !== 0) this.#place(record);
  }

  #place(record: number): void {
    const cells = this.#cells;
    const hash = this.#hashOf(record);
    let cell = hash & (cells.length - 1);
    while (((cells[cell] ?? EMPTY) & RECORD_MASK) !== 0) cell = (cell + 1) & (cells.length - 1);
    if (cells[cell] === LEFT) this.#left--;
    cells[cell] = (hash & ~RECORD_MASK) | (record + 1);
  }

  /** Leaves a deleted cell: moving the cells behind it up would need the hash of each of their records. */
  #leave(record: number): void {
    const cells = this.#cells;
    const mask = cells.length - 1;
    let cell = this.#hashOf(record) & mask;
    while (((cells[cell] ?? EMPTY) & RECORD_MASK) !== record + 1) cell = (cell + 1) & mask;
    const isLast = cells[(cell + 1) & mask] === EMPTY;
    cells[cell] = isLast ? EMPTY : LEFT;
    if (!isLast) this.#left++;
  }

  #hashOf(record: number): number {
    const piece = this.#piece(record);
    const at = placeOf(record);
    return this.#hash(piece[at + LOW] ?? 0, piece[at + HIGH] ?? 0);
  }

  #hash(low: number, high: number): number {
    return mixed(mixed(this.#seed, low), high);
  }
}

function hasRoom(taken: number, cells: number): boolean {
  return taken * 4 <= cells * 3;
}

/** Index in its piece. */
function placeOf(record: number): number {
  return (record & IN_PIECE) * STEP;
}
