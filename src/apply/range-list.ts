/** The PASIDs of one device and what they are attached to: sorted disjoint ranges, found by binary search. */

import type { LiveBinding } from '../model/live.ts';
import { firstEndingAtOrAfter, sameTarget } from '../plan/ranges.ts';

export type RangeTarget = Pick<LiveBinding, 'to' | 'domain' | 'owner'>;

export class RangeList {
  readonly #device: string;
  readonly #ranges: LiveBinding[];

  /** @param ranges  sorted and disjoint */
  constructor(device: string, ranges: readonly LiveBinding[] = []) {
    this.#device = device;
    this.#ranges = [...ranges];
  }

  get ranges(): readonly LiveBinding[] {
    return this.#ranges;
  }

  /** Set PASIDs `first` … `last` to a target, or to null for unbound. */
  set(first: number, last: number, target: RangeTarget | null): void {
    if (last < first) return;
    const from = firstEndingAtOrAfter(this.#ranges, first);
    let to = from;
    const kept: LiveBinding[] = [];
    for (let range = this.#ranges[to]; range !== undefined && range.first <= last; range = this.#ranges[++to]) {
      if (range.first < first) kept.push({ ...range, last: first - 1 });
      if (range.last > last) kept.push({ ...range, first: last + 1 });
    }
    if (target !== null) kept.push(this.#range(first, last, target));
    kept.sort((a, b) => a.first - b.first);
    this.#ranges.splice(from, to - from, ...kept);
    this.#merge(Math.max(0, from - 1), from + kept.length);
  }

  /** The ranges that touch `first` … `last`, cut to it; gaps come as null. Ascending, covering all of it. */
  slice(first: number, last: number): RangeSlice[] {
    const slices: RangeSlice[] = [];
    let at = first;
    for (let i = firstEndingAtOrAfter(this.#ranges, first); at <= last; i++) {
      const range = this.#ranges[i];
      if (range === undefined || range.first > last) {
        slices.push({ first: at, last, held: null });
        break;
      }
      if (range.first > at) slices.push({ first: at, last: range.first - 1, held: null });
      const end = Math.min(range.last, last);
      slices.push({ first: Math.max(range.first, at), last: end, held: range });
      at = end + 1;
    }
    return slices;
  }

  #range(first: number, last: number, { owner, domain, to }: RangeTarget): LiveBinding {
    return { owner, device: this.#device, first, last, domain, to };
  }

  /** Join adjacent ranges of one target among the indexes `from` … `to`. */
  #merge(from: number, to: number): void {
    for (let i = Math.min(to, this.#ranges.length - 1); i > from; i--) {
      const a = this.#ranges[i - 1];
      const b = this.#ranges[i];
      if (a === undefined || b === undefined) continue;
      if (a.last + 1 === b.first && sameTarget(a, b)) {
        this.#ranges.splice(i - 1, 2, { ...a, last: b.last });
      }
    }
  }
}

export interface RangeSlice {
  readonly first: number;
  readonly last: number;
  readonly held: LiveBinding | null;
}
