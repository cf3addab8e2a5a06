/**
 * Invalidations in the mock's format: struct iommu_hwpt_invalidate_selftest clears one of four fake IOTLB words, or all of them.
 * A range of pages clears the word of its first page, so that a test can check which entries arrived.
 * Source: drivers/iommu/iommufd/iommufd_test.h (7.3).
 */

import { PAGE_SHIFT } from '../model/page.ts';
import { iommu_hwpt_vtd_s1_invalidate } from '../uapi/iommufd.ts';
import { IOMMU_HWPT_INVALIDATE_DATA_SELFTEST, iommu_hwpt_invalidate_selftest, MOCK } from '../uapi/selftest.ts';
import type { InvalidationData } from './invalidate-call.ts';
import { ALL_ONES } from './invalidation-batch.ts';
import type { InvalidationBatch } from './kernel.ts';

const FLAG_ALL = 1;

export function mockInvalidations(): InvalidationData {
  const { sizeBytes } = iommu_hwpt_invalidate_selftest;
  let words = new Uint8Array(64 * sizeBytes);
  return {
    dataType: IOMMU_HWPT_INVALIDATE_DATA_SELFTEST,
    entryBytes: sizeBytes,
    encode(batch) {
      if (words.length < batch.count * sizeBytes) words = new Uint8Array(batch.count * sizeBytes);
      translate(batch, new DataView(words.buffer));
      return words;
    },
  };
}

function translate({ entries, count }: InvalidationBatch, words: DataView): void {
  const from = iommu_hwpt_vtd_s1_invalidate;
  const to = iommu_hwpt_invalidate_selftest;
  const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  for (let index = 0; index < count; index++) {
    const at = index * from.sizeBytes;
    const page = view.getUint32(at + from.offset.addr, true) >>> PAGE_SHIFT;
    // No other count has a high half of all ones.
    const all = view.getUint32(at + from.offset.npages + 4, true) === ALL_ONES;
    words.setUint32(index * to.sizeBytes + to.offset.flags, all ? FLAG_ALL : 0, true);
    words.setUint32(index * to.sizeBytes + to.offset.iotlb_id, page % MOCK.IOTLB_NUM, true);
  }
}
