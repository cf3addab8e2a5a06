import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  offsetInPage,
  PAGE_BYTES,
  PAGE_BYTES_BIGINT,
  PAGE_SHIFT,
  PAGES_PER_4_GIB,
  pageAddress,
  pageNumber,
  wholePages,
} from '../../src/model/page.ts';

const anyAddress = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

test('the size of a page is one, however it is given', () => {
  expect(BigInt(PAGE_BYTES)).toBe(PAGE_BYTES_BIGINT);
  expect(2 ** PAGE_SHIFT).toBe(PAGE_BYTES);
  expect(PAGES_PER_4_GIB * PAGE_BYTES).toBe(2 ** 32);
});

test('an address is its page and its offset there', () => {
  fc.assert(
    fc.property(anyAddress, (address) => {
      const page = pageNumber(address);
      expect(pageAddress(page) + offsetInPage(address)).toBe(address);
      expect(offsetInPage(address)).toBeLessThan(PAGE_BYTES_BIGINT);
      expect(pageAddress(Number(page))).toBe(pageAddress(page));
    }),
  );
});

test('whole pages hold all of the bytes and less than one page more', () => {
  fc.assert(
    fc.property(anyAddress, (bytes) => {
      const whole = wholePages(bytes);
      expect(offsetInPage(whole)).toBe(0n);
      expect(whole >= bytes && whole - bytes < PAGE_BYTES_BIGINT).toBe(true);
    }),
  );
});
