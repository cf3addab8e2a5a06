/**
 * Invalidations collected for one call: preallocated entries in VT-d's format, written without an object for each.
 * Source: linux/iommufd.h struct iommu_hwpt_vtd_s1_invalidate (7.3).
 */

import { BugError } from '../assert.ts';
import { PAGE_SHIFT, PAGES_PER_4_GIB } from '../model/page.ts';
import { IOMMU_VTD_INV_FLAGS_LEAF, IOMMUFD_ENTRY_LIMIT, iommu_hwpt_vtd_s1_invalidate } from '../uapi/iommufd.ts';
import type { InvalidationBatch } from './kernel.ts';

/** The page count of a whole first stage, with page 0. The field of iommufd gets all ones for it. */
export const ALL_PAGES = 2 ** 64;
export const ALL_ONES = 0xffff_ffff;

/** Pages of a 64-bit address space. The kernel does not check that a count fits (src/quirks.md Q9). */
const PAGES_LIMIT = 2 ** (64 - PAGE_SHIFT);

/** Ranges of pages whose cached translations are invalid. */
export interface InvalidationRanges {
  readonly count: number;
  /** Number of the first page; 0 with {@link ALL_PAGES}. */
  page(index: number): number;
  /** At least 1. */
  pages(index: number): number;
  /** Only last-level entries of the tables changed. */
  leaf(index: number): boolean;
}

export interface InvalidationWriter {
  readonly batch: InvalidationBatch;
  /**
   * Overwrite the batch with ranges from index `from` on, as many as fit.
   *
   * @returns index of the first range that did not fit: send the batch, then continue there; `count` when all did
   * @throws BugError on a range that the kernel would accept and misread (src/quirks.md Q9)
   */
  fill(ranges: InvalidationRanges, from: number): number;
}

/** @param capacity  limit of entries of one call, 1 … 2^19 */
export function invalidationBatch(capacity: number): InvalidationWriter {
  if (capacity < 1 || capacity > IOMMUFD_ENTRY_LIMIT) throw new BugError(`a batch of ${capacity} invalidations`);
  const { sizeBytes, offset } = iommu_hwpt_vtd_s1_invalidate;
  const entries = new Uint8Array(capacity * sizeBytes);
  const view = new DataView(entries.buffer);
  const batch = { entries, count: 0, done: 0 };
  const put = (at: number, low: number, high: number): void => {
    view.setUint32(at, low, true);
    view.setUint32(at + 4, high, true);
  };
  return {
    batch,
    fill(ranges, from) {
      const end = Math.min(ranges.count, from + capacity);
      for (let index = from, at = 0; index < end; index++, at += sizeBytes) {
        const page = ranges.page(index);
        const pages = ranges.pages(index);
        checkRange(page, pages);
        put(at + offset.addr, page << PAGE_SHIFT, page / PAGES_PER_4_GIB);
        if (pages === ALL_PAGES) put(at + offset.npages, ALL_ONES, ALL_ONES);
        else put(at + offset.npages, pages, pages / 2 ** 32);
        view.setUint32(at + offset.flags, ranges.leaf(index) ? IOMMU_VTD_INV_FLAGS_LEAF : 0, true);
      }
      batch.count = end - from;
      batch.done = 0;
      return end;
    },
  };
}

function checkRange(page: number, pages: number): void {
  if (page === 0 && pages === ALL_PAGES) return;
  const readable = Number.isInteger(page) && page >= 0 && page < PAGES_LIMIT;
  if (!readable || !Number.isInteger(pages) || pages < 1 || pages >= PAGES_LIMIT)
    throw new BugError(`invalidation of ${pages} pages from page ${page}`);
}
