import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RangeList, type RangeTarget } from '../../src/apply/range-list.ts';
import { parentRef } from '../../src/model/hwpt-ref.ts';
import type { Owner } from '../../src/model/owner.ts';
import { sameTarget } from '../../src/plan/ranges.ts';

const LIMIT = 32;

/** Named anew each time: what counts is what a name says. */
function target(unit: string, domain: number, owner: Owner = 'spec'): RangeTarget {
  return { owner, to: parentRef(unit), domain };
}

const edits = fc.array(
  fc.record({
    first: fc.integer({ min: 0, max: LIMIT - 1 }),
    length: fc.integer({ min: 0, max: LIMIT }),
    target: fc.constantFrom(null, target('a', 1), target('a', 2), target('b', 1), target('a', 1, 'guest')),
  }),
  { maxLength: 20 },
);

test('a range list is what a plain array of PASIDs would be, after any edits', () => {
  fc.assert(
    fc.property(edits, (changes) => {
      const list = new RangeList('d');
      const plain: (RangeTarget | null)[] = Array.from({ length: LIMIT }, () => null);
      for (const { first, length, target } of changes) {
        const last = Math.min(LIMIT - 1, first + length - 1);
        list.set(first, last, target);
        for (let pasid = first; pasid <= last; pasid++) plain[pasid] = target;
      }
      const spread: typeof plain = Array.from({ length: LIMIT }, () => null);
      for (const { first, last, owner, to, domain } of list.ranges) spread.fill({ owner, to, domain }, first, last + 1);
      expect(spread).toEqual(plain);
      for (const [index, range] of list.ranges.entries()) {
        const next = list.ranges[index + 1];
        expect(next === undefined || next.first > range.last).toBe(true);
        const joined = next?.first === range.last + 1 && sameTarget(next, range);
        expect(joined).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test('a slice covers all of what was asked for, gaps included, in order', () => {
  fc.assert(
    fc.property(edits, fc.nat(LIMIT - 1), fc.nat(LIMIT), (changes, first, length) => {
      const list = new RangeList('d');
      for (const { first: from, length: size, target } of changes) list.set(from, from + size - 1, target);
      const last = first + length;
      let at = first;
      for (const slice of list.slice(first, last)) {
        expect(slice.first).toBe(at);
        expect(slice.last).toBeGreaterThanOrEqual(slice.first);
        if (slice.held !== null) {
          expect(slice.held.first).toBeLessThanOrEqual(slice.first);
          expect(slice.held.last).toBeGreaterThanOrEqual(slice.last);
        }
        at = slice.last + 1;
      }
      expect(at).toBe(last + 1);
    }),
    { numRuns: 500 },
  );
});

test('2^16 touching PASIDs with one target end as one range', () => {
  const list = new RangeList('d');
  for (let pasid = 1; pasid < 2 ** 16; pasid++) list.set(pasid, pasid, target('a', 1));
  expect(list.ranges).toEqual([{ device: 'd', first: 1, last: 2 ** 16 - 1, ...target('a', 1) }]);
});
