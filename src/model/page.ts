/**
 * Pages of 4 KiB, the smallest that VT-d and x86 have: memory is mapped and flushed by whole ones, and a table of a guest fills
 * one. A page's number has at most 52 bits, so it is exact as a number.
 */

export const PAGE_SHIFT = 12;
export const PAGE_BYTES = 4096;
/** The same beside addresses. */
export const PAGE_BYTES_BIGINT = 4096n;
/** For addresses in two halves of 32 bits: what one in the upper half counts for. */
export const PAGES_PER_4_GIB: number = 2 ** (32 - PAGE_SHIFT);

/** Of a page's number; undone by {@link pageNumber}. */
export function pageAddress(page: number | bigint): bigint {
  return BigInt(page) << 12n;
}

/** The number of the page that an address is in. */
export function pageNumber(address: bigint): bigint {
  return address >> 12n;
}

/** Bytes of an address behind the start of its page. */
export function offsetInPage(address: bigint): bigint {
  return address & (PAGE_BYTES_BIGINT - 1n);
}

/** A number of bytes, or an address, rounded up to whole pages. */
export function wholePages(bytes: bigint): bigint {
  return (bytes + PAGE_BYTES_BIGINT - 1n) & -PAGE_BYTES_BIGINT;
}
