/**
 * Invalidations gathered for one call: preallocated entries in VT-d's format.
 * Source: linux/iommufd.h struct iommu_hwpt_vtd_s1_invalidate (7.3).
 */

import { BugError } from '../assert.ts';
import { IOMMU_VTD_INV_FLAGS_LEAF, IOMMUFD_ENTRY_LIMIT, iommu_hwpt_vtd_s1_invalidate } from '../uapi/iommufd.ts';
import type { InvalidationBatch } from './kernel.ts';

/** Everything that a first stage translates: the page count with address 0. */
export const ALL_PAGES: bigint = 2n ** 64n - 1n;

const PAGE_MASK = 0xfffn;
/** The kernel shifts the page count left by 12 without a look (§6.3). */
const PAGES_LIMIT = 1n << 52n;

export interface InvalidationWriter {
  readonly batch: InvalidationBatch;
  /**
   * Append one range. `leaf`: only last-level entries of the tables changed.
   *
   * @returns false when it is full: invalidate first, then {@link clear} and append again
   * @throws BugError on a range that the kernel would take and misread
   */
  append(range: InvalidationRange): boolean;
  clear(): void;
}

export interface InvalidationRange {
  /** 4 KiB aligned; 0 with {@link ALL_PAGES}. */
  readonly address: bigint;
  /** In 4 KiB, at least 1. */
  readonly pages: bigint;
  readonly leaf: boolean;
}

/** @param capacity most entries of one call, 1 … 2^19 */
export function invalidationBatch(capacity: number): InvalidationWriter {
  if (capacity < 1 || capacity > IOMMUFD_ENTRY_LIMIT) throw new BugError(`a batch of ${capacity} invalidations`);
  const { sizeBytes, offset } = iommu_hwpt_vtd_s1_invalidate;
  const entries = new Uint8Array(capacity * sizeBytes);
  const view = new DataView(entries.buffer);
  const batch = { entries, count: 0, done: 0 };
  return {
    batch,
    append(range) {
      checkRange(range);
      if (batch.count === capacity) return false;
      const at = batch.count * sizeBytes;
      view.setBigUint64(at + offset.addr, range.address, true);
      view.setBigUint64(at + offset.npages, range.pages, true);
      view.setUint32(at + offset.flags, range.leaf ? IOMMU_VTD_INV_FLAGS_LEAF : 0, true);
      batch.count++;
      return true;
    },
    clear() {
      batch.count = 0;
      batch.done = 0;
    },
  };
}

function checkRange({ address, pages }: InvalidationRange): void {
  if (address === 0n && pages === ALL_PAGES) return;
  const readable = address >= 0n && address < 1n << 64n && (address & PAGE_MASK) === 0n;
  if (!readable || pages < 1n || pages >= PAGES_LIMIT)
    throw new BugError(`invalidation of ${pages} pages at ${address}`);
}
