import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parentRef } from '../../src/model/hwpt-ref.ts';
import type { LiveBinding } from '../../src/model/live.ts';
import { canonicalRanges, diffRanges } from '../../src/plan/ranges.ts';

const LIMIT = 40;

/** PASID → meaning, the slow way. */
type Slots = (string | null)[];

const slots: fc.Arbitrary<Slots> = fc.array(fc.constantFrom(null, 'a', 'a', 'b', 'c'), {
  minLength: LIMIT,
  maxLength: LIMIT,
});

/** Named anew each time: what counts is what a name says. */
function bound(first: number, last: number, to: string, domain = 1): LiveBinding {
  return { owner: 'spec', device: 'd', first, last, domain, to: parentRef(to) };
}

function rangesOf(meanings: Slots): LiveBinding[] {
  return canonicalRanges(meanings.flatMap((to, pasid) => (to === null ? [] : [bound(pasid, pasid, to)])));
}

test('touching PASIDs of one meaning become one range, and no two ranges of one meaning touch', () => {
  fc.assert(
    fc.property(slots, (meanings) => {
      const ranges = rangesOf(meanings);
      const spread: Slots = Array.from({ length: LIMIT }, () => null);
      for (const { first, last, to } of ranges) spread.fill(to.unit, first, last + 1);
      expect(spread).toEqual(meanings);
      for (const [index, range] of ranges.entries()) {
        const next = ranges[index + 1];
        expect(next !== undefined && next.to.unit === range.to.unit && next.first === range.last + 1).toBe(false);
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
          expect(result[pasid]).toBe(from?.to.unit ?? null);
          expect(result[pasid]).not.toBe(to?.to.unit ?? null);
          result[pasid] = to?.to.unit ?? null;
        }
      }
      expect(result).toEqual(after);
    }),
  );
});

test('2^20 PASIDs with one target are one change', () => {
  const all = [bound(1, 2 ** 20 - 1, 'fs')];
  expect(diffRanges([], all)).toHaveLength(1);
  expect(diffRanges(all, all)).toEqual([]);
});

test('a domain that differs is a change although the HWPT stays', () => {
  const at = (domain: number): LiveBinding[] => [bound(1, 9, 'fs', domain)];
  expect(diffRanges(at(1), at(2))).toMatchObject([{ first: 1, last: 9 }]);
});
