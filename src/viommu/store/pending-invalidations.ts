/**
 * Invalidations since the last wait descriptor: per HWPT and without duplicates; one of the whole HWPT replaces the others.
 * A wait completes after they are sent. A descriptor makes no object here.
 */

import { type PageRange, WHOLE_MASK, WHOLE_RANGE } from '../../vtd/invalidation-range.ts';
import { grownInt32 } from './growing.ts';
import { END, RecordIndex } from './record-index.ts';
import { TakenRanges } from './taken-ranges.ts';
import { WaitingRanges } from './waiting-ranges.ts';

/** Most ranges that may wait in all; when they are reached, all are sent before the wait descriptor. */
const LIMIT = 65_536;

/** Instead of a first range: the whole HWPT. */
const WHOLE = -2;

export class PendingInvalidations {
  /** The ranges that {@link take} handed out; valid until it is called again. */
  readonly taken: TakenRanges = new TakenRanges();
  readonly #ranges = new WaitingRanges();
  /** HWPTs with waiting ranges, numbered by place. */
  readonly #places = new RecordIndex();
  #hwpt = new Int32Array(0);
  /** First and last of a HWPT's ranges. */
  #first = new Int32Array(0);
  #last = new Int32Array(0);
  /** HWPTs in the order in which they were first named. */
  #before = new Int32Array(0);
  #after = new Int32Array(0);
  #head = END;
  #tail = END;
  readonly #range: PageRange = { ...WHOLE_RANGE };

  /** Bytes of waiting ranges and of kept capacity. */
  get sizeBytes(): number {
    return this.taken.sizeBytes + this.#ranges.sizeBytes + this.#places.sizeBytes + this.#hwpt.length * 20;
  }

  /** @returns false when the limit is reached and the caller should send them now */
  add(hwpt: number, range: Readonly<PageRange>): boolean {
    const held = this.#find(hwpt);
    const place = held === END ? this.#append(hwpt) : held;
    if (this.#first[place] === WHOLE) return true;
    if (range.mask === WHOLE_MASK) {
      this.#forget(place);
      this.#first[place] = WHOLE;
      return true;
    }
    const record = this.#ranges.find(place, range);
    if (record === END) this.#push(place, this.#ranges.add(place, range));
    else this.#ranges.widen(record, range.leaf);
    return this.#ranges.count < LIMIT;
  }

  /** Drop the ranges of a HWPT that is destroyed: the kernel has dropped its cached translations, and its id may be reused. */
  drop(hwpt: number): void {
    const place = this.#find(hwpt);
    if (place !== END) this.#remove(place);
  }

  /**
   * Hand out and remove the ranges of the HWPT that was added first, in the order in which they were added.
   *
   * @returns the HWPT; −1 when none waits
   */
  take(): number {
    const { taken } = this;
    taken.clear();
    const place = this.#head;
    if (place === END) return END;
    const hwpt = this.#hwpt[place] ?? END;
    if (this.#first[place] === WHOLE) taken.push(WHOLE_RANGE);
    for (let record = this.#firstOf(place); record !== END; record = this.#ranges.after(record)) {
      this.#ranges.read(this.#range, record);
      taken.push(this.#range);
    }
    this.#remove(place);
    return hwpt;
  }

  #find(hwpt: number): number {
    let place = this.#places.first(this.#places.hashOf(hwpt));
    while (place !== END && this.#hwpt[place] !== hwpt) place = this.#places.next(place);
    return place;
  }

  /** A place at the end, without ranges. */
  #append(hwpt: number): number {
    const place = this.#places.add(this.#places.hashOf(hwpt));
    this.#fit();
    this.#hwpt[place] = hwpt;
    this.#first[place] = END;
    this.#last[place] = END;
    this.#before[place] = this.#tail;
    this.#after[place] = END;
    if (this.#tail === END) this.#head = place;
    else this.#after[this.#tail] = place;
    this.#tail = place;
    return place;
  }

  #remove(place: number): void {
    this.#forget(place);
    const before = this.#before[place] ?? END;
    const after = this.#after[place] ?? END;
    if (before === END) this.#head = after;
    else this.#after[before] = after;
    if (after === END) this.#tail = before;
    else this.#before[after] = before;
    this.#places.remove(place);
    this.#fit();
  }

  #push(place: number, record: number): void {
    const last = this.#last[place] ?? END;
    if (last === END) this.#first[place] = record;
    else this.#ranges.setAfter(last, record);
    this.#last[place] = record;
  }

  /** Removes the ranges of a place, not the place. */
  #forget(place: number): void {
    for (let record = this.#firstOf(place); record !== END; ) {
      const next = this.#ranges.after(record);
      this.#ranges.remove(record);
      record = next;
    }
    this.#first[place] = END;
    this.#last[place] = END;
  }

  #firstOf(place: number): number {
    const first = this.#first[place] ?? END;
    return first === WHOLE ? END : first;
  }

  #fit(): void {
    const { capacity } = this.#places;
    if (this.#hwpt.length === capacity) return;
    this.#hwpt = grownInt32(this.#hwpt.subarray(0, capacity), capacity);
    this.#first = grownInt32(this.#first.subarray(0, capacity), capacity);
    this.#last = grownInt32(this.#last.subarray(0, capacity), capacity);
    this.#before = grownInt32(this.#before.subarray(0, capacity), capacity);
    this.#after = grownInt32(this.#after.subarray(0, capacity), capacity);
  }
}
