/**
 * Invalidate cached translations of a first stage: many entries in one call.
 * Source: linux/iommufd.h IOMMU_HWPT_INVALIDATE (6.8); struct iommu_hwpt_vtd_s1_invalidate (7.3).
 */

import {
  IOMMU_HWPT_INVALIDATE_DATA,
  IOMMUFD_REQUEST,
  iommu_hwpt_invalidate,
  iommu_hwpt_vtd_s1_invalidate,
} from '../uapi/iommufd.ts';
import { ioctlArgument, putU64 } from './ioctl-argument.ts';
import type { InvalidationBatch, Kernel } from './kernel.ts';
import type { Syscalls } from './syscalls.ts';

/** The format of an IOMMU's entries. */
export interface InvalidationData {
  /** IOMMU_HWPT_INVALIDATE_DATA_*. */
  readonly dataType: number;
  readonly entryBytes: number;
  /** The entries of a batch in this format; valid until the next call. */
  encode(batch: InvalidationBatch): Uint8Array;
}

/** Batches are in VT-d's format already. */
export function vtdInvalidations(): InvalidationData {
  return {
    dataType: IOMMU_HWPT_INVALIDATE_DATA.VTD_S1,
    entryBytes: iommu_hwpt_vtd_s1_invalidate.sizeBytes,
    encode: ({ entries }) => entries,
  };
}

export function invalidateCall(syscalls: Syscalls, data: InvalidationData): Kernel['invalidate'] {
  const { bytes, view, at } = ioctlArgument(iommu_hwpt_invalidate, {
    size: iommu_hwpt_invalidate.sizeBytes,
    data_type: data.dataType,
    entry_len: data.entryBytes,
  });
  let located: Uint8Array | null = null;
  return (iommufd, hwpt, batch) => {
    const entries = data.encode(batch);
    // The memory of a typed array does not move, and callers reuse theirs.
    if (entries !== located) putU64(view, at.data_uptr, syscalls.addressOf(entries));
    located = entries;
    view.setUint32(at.hwpt_id, hwpt, true);
    view.setUint32(at.entry_num, batch.count, true);
    const result = syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_HWPT_INVALIDATE, bytes);
    const done = view.getUint32(at.entry_num, true);
    // When the kernel refuses before it reads the entries, the field still has our count.
    batch.done = result < 0 && done >= batch.count ? 0 : done;
    return result;
  };
}
