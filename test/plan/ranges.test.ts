import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiveBinding } from '../../src/model/live.ts';
import { canonicalRanges, diffRanges } from '../../src/plan/ranges.ts';

const LIMIT = 40;

/** PASID → meaning, the slow way. */
type Slots = (string | null)[];

const slots: fc.Arbitrary<Slots> = fc.array(fc.constantFrom(null, 'a', 'a', 'b', 'c'), {
  minLength: LIMIT,
  maxLength: LIMIT,
});

function rangesOf(meanings: Slots): LiveBinding[] {
  return canonicalRanges(
    meanings.flatMap((to, pasid) => (to === null ? [] : [{ device: 'd', first: pasid, last: pasid, domain: 1, to }])),
  );
}

test('touching PASIDs of one meaning become one range, and no two ranges of one meaning touch', () => {
  fc.assert(
    fc.property(slots, (meanings) => {
      const ranges = rangesOf(meanings);
      const spread: Slots = Array.from({ length: LIMIT }, () => null);
      for (const { first, last, to } of ranges) spread.fill(to, first, last + 1);
      expect(spread).toEqual(meanings);
      for (const [index, range] of ranges.entries()) {
        const next = ranges[index + 1];
        expect(next !== undefined && next.to === range.to && next.first === range.last + 1).toBe(false);
      }
    }),
  );
});

test('the difference of two lists names every PASID that changes, once, and no other', () => {
  fc.assert(
    fc.property(slots, slots, (before, after) => {
      const result = [...before];
      for (const { first, last, from, to } of diffRanges(rangesOf(before), rangesOf(after))) {
        for (let pasid = first; pasid <= last; pasid++) {
          expect(result[pasid]).toBe(from?.to ?? null);
          expect(result[pasid]).not.toBe(to?.to ?? null);
          result[pasid] = to?.to ?? null;
        }
      }
      expect(result).toEqual(after);
    }),
  );
});

test('2^20 PASIDs with one target are one change', () => {
  const all = [{ device: 'd', first: 1, last: 2 ** 20 - 1, domain: 1, to: 'fs' }];
  expect(diffRanges([], all)).toHaveLength(1);
  expect(diffRanges(all, all)).toEqual([]);
});

test('a domain that differs is a change although the HWPT stays', () => {
  const at = (domain: number): LiveBinding[] => [{ device: 'd', first: 1, last: 9, domain, to: 'fs' }];
  expect(diffRanges(at(1), at(2))).toMatchObject([{ first: 1, last: 9 }]);
});
