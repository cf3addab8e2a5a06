/**
 * Pages of 4 KiB, the smallest of VT-d and x86: memory is mapped and flushed in whole pages, and a guest table fills one. A page
 * number has at most 52 bits, so a JavaScript number holds it exactly.
 */

export const PAGE_SHIFT = 12;
export const PAGE_BYTES = 4096;
/** The same as a bigint, for addresses. */
export const PAGE_BYTES_BIGINT = 4096n;
/** For addresses in two halves of 32 bits: pages per unit of the upper half. */
export const PAGES_PER_4_GIB: number = 2 ** (32 - PAGE_SHIFT);

/** Address of a page by its number; undone by {@link pageNumber}. */
export function pageAddress(page: number | bigint): bigint {
  return BigInt(page) << 12n;
}

/** The number of the page that an address is in. */
export function pageNumber(address: bigint): bigint {
  return address >> 12n;
}

/** Offset of an address within its page. */
export function offsetInPage(address: bigint): bigint {
  return address & (PAGE_BYTES_BIGINT - 1n);
}

/** A number of bytes, or an address, rounded up to whole pages. */
export function wholePages(bytes: bigint): bigint {
  return (bytes + PAGE_BYTES_BIGINT - 1n) & -PAGE_BYTES_BIGINT;
}
