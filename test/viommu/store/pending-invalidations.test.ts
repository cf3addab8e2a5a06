import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InvalidationRanges } from '../../../src/kernel/invalidation-batch.ts';
import { PendingInvalidations } from '../../../src/viommu/store/pending-invalidations.ts';
import { type PageRange, WHOLE_MASK, WHOLE_RANGE } from '../../../src/vtd/invalidation-range.ts';

const LIMIT = 65_536;

/** What a wait sends, HWPT by HWPT; a range is its page, pages and leaf. */
type Sent = readonly (readonly [hwpt: number, ranges: readonly string[]])[];

const textOf = ({ page, mask, leaf }: PageRange): string => `${page}+${2 ** mask}${leaf ? ' leaf' : ''}`;

function listed(ranges: InvalidationRanges): readonly string[] {
  return Array.from({ length: ranges.count }, (_, index) => {
    return `${ranges.page(index)}+${ranges.pages(index)}${ranges.leaf(index) ? ' leaf' : ''}`;
  });
}

function takeAll(pending: PendingInvalidations): Sent {
  const sent: [number, readonly string[]][] = [];
  for (let hwpt = pending.take(); hwpt >= 0; hwpt = pending.take()) sent.push([hwpt, listed(pending.taken)]);
  return sent;
}

/** The same with objects of JavaScript, whose order is that of insertion. */
class Slow {
  readonly waiting = new Map<number, { whole: boolean; readonly ranges: Map<string, PageRange> }>();

  add(hwpt: number, range: PageRange): void {
    const held = this.waiting.get(hwpt) ?? { whole: false, ranges: new Map() };
    this.waiting.set(hwpt, held);
    held.whole ||= range.mask === WHOLE_MASK;
    const key = `${range.page} ${range.mask}`;
    const leaf = (held.ranges.get(key)?.leaf ?? true) && range.leaf;
    held.ranges.set(key, { ...range, leaf });
  }

  take(): Sent {
    const sent = [...this.waiting].map(([hwpt, { whole, ranges }]) => {
      return [hwpt, whole ? [textOf(WHOLE_RANGE)] : [...ranges.values()].map(textOf)] as const;
    });
    this.waiting.clear();
    return sent;
  }
}

const range = fc.record({
  page: fc.oneof(
    fc.integer({ min: 0, max: 7 }),
    fc.constantFrom(2 ** 32, 2 ** 32 + 1, 2 ** 51, 2 ** 52 - 1),
    fc.integer({ min: 0, max: 2 ** 31 }),
  ),
  mask: fc.constantFrom(0, 0, 0, 9, 51),
  leaf: fc.boolean(),
});
const hwpt = fc.integer({ min: 1, max: 6 });
const step = fc.oneof(
  { weight: 40, arbitrary: fc.record({ do: fc.constant('add' as const), hwpt, range }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('add' as const), hwpt, range: fc.constant<PageRange>(WHOLE_RANGE) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('drop' as const), hwpt }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
);

test('what waits goes out once, in order, as maps would keep it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400, size: 'max' }), (steps) => {
      const pending = new PendingInvalidations();
      const slow = new Slow();
      for (const what of steps) {
        if (what.do === 'wait') expect(takeAll(pending)).toEqual(slow.take());
        else if (what.do === 'drop') {
          pending.drop(what.hwpt);
          slow.waiting.delete(what.hwpt);
        } else {
          expect(pending.add(what.hwpt, what.range)).toBe(true);
          slow.add(what.hwpt, what.range);
        }
      }
      expect(takeAll(pending)).toEqual(slow.take());
    }),
  );
});

test('so many ranges of all HWPTs together are too many, repeated and swallowed ones left out', () => {
  const pending = new PendingInvalidations();
  const page = (number: number): PageRange => ({ page: number, mask: 0, leaf: false });
  for (let number = 0; number < LIMIT; number++) {
    expect(pending.add(number % 3, page(number))).toBe(number < LIMIT - 1);
    if (number === 2) pending.add(2, page(2));
  }
  pending.add(1, WHOLE_RANGE);
  expect(pending.add(0, page(LIMIT))).toBe(true);
  expect(takeAll(pending).map(([hwpt, ranges]) => [hwpt, ranges.length])).toEqual([
    [0, Math.ceil(LIMIT / 3) + 1],
    [1, 1],
    [2, Math.floor(LIMIT / 3)],
  ]);
});

test('what many ranges took is given back, and what few took is kept', () => {
  const pending = new PendingInvalidations();
  const give = (count: number, hwpts: number): void => {
    for (let number = 0; number < count; number++) pending.add(number % hwpts, { page: number, mask: 0, leaf: true });
  };
  give(64, 4);
  takeAll(pending);
  const few = pending.sizeBytes;
  give(60_000, 30_000);
  expect(pending.sizeBytes).toBeGreaterThan(60_000);
  expect(pending.sizeBytes).toBeLessThan(60_000 * 100);
  takeAll(pending);
  expect(pending.sizeBytes).toBeLessThanOrEqual(few);
  give(64, 4);
  takeAll(pending);
  expect(pending.sizeBytes).toBe(few);
});

test('HWPTs that come and go between two waits leave nothing behind', () => {
  const pending = new PendingInvalidations();
  for (let hwpt = 1; hwpt < 10_000; hwpt++) {
    pending.add(hwpt, { page: hwpt, mask: 0, leaf: false });
    pending.drop(hwpt - 1);
  }
  expect(pending.sizeBytes).toBeLessThan(10_000);
  expect(takeAll(pending)).toEqual([[9_999, ['9999+1']]]);
});
