import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BugError } from '../../src/assert.ts';
import { ALL_PAGES, invalidationBatch } from '../../src/kernel/invalidation-batch.ts';
import { iommu_hwpt_vtd_s1_invalidate } from '../../src/uapi/iommufd.ts';
import { pagesOf, rangesOf } from '../support/ranges-of.ts';

describe('a batch', () => {
  test('takes as many entries as it was made for, and then the others in their place', () => {
    const { batch, fill } = invalidationBatch(2);
    expect([fill(pagesOf(3), 0), batch.count]).toEqual([2, 2]);
    expect([fill(pagesOf(3), 2), batch.count]).toEqual([3, 1]);
    expect(iommu_hwpt_vtd_s1_invalidate.decode(batch.entries).addr).toBe(0x2000n);
  });

  test('keeps every range that is fit to be sent', () => {
    const page = fc.maxSafeInteger().map((number) => Math.abs(number) % 2 ** 52);
    const pages = page.map((number) => Math.max(number, 1));
    fc.assert(
      fc.property(fc.array(fc.record({ page, pages, leaf: fc.boolean() }), { maxLength: 20 }), (ranges) => {
        const { batch, fill } = invalidationBatch(20);
        fill(rangesOf(...ranges), 0);
        const { sizeBytes, decode } = iommu_hwpt_vtd_s1_invalidate;
        const entries = ranges.map((_, index) => decode(batch.entries.subarray(index * sizeBytes)));
        expect(entries.map(({ addr, npages, flags }) => ({ addr, npages, leaf: flags === 1 }))).toEqual(
          ranges.map(({ page, pages, leaf }) => ({ addr: BigInt(page) << 12n, npages: BigInt(pages), leaf })),
        );
      }),
    );
  });

  test.each([
    { what: 'no pages', page: 0, pages: 0 },
    { what: 'an address inside a page', page: 1.5, pages: 1 },
    { what: 'part of a page', page: 1, pages: 1.5 },
    { what: 'all pages from the middle', page: 1, pages: ALL_PAGES },
    { what: 'more pages than there are', page: 0, pages: 2 ** 52 },
    { what: 'a negative address', page: -1, pages: 1 },
    { what: 'an address of 65 bits', page: 2 ** 52, pages: 1 },
  ])('refuses $what', ({ page, pages }) => {
    expect(() => invalidationBatch(1).fill(rangesOf({ page, pages, leaf: false }), 0)).toThrow(BugError);
  });

  test.each([0, 2 ** 19 + 1])('of %d entries cannot be', (capacity) => {
    expect(() => invalidationBatch(capacity)).toThrow(BugError);
  });
});
