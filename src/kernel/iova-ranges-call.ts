/**
 * The IOVA ranges that an IOAS can map. The kernel has no limit on their number, so the list grows when it is too short.
 * Source: linux/iommufd.h IOMMU_IOAS_IOVA_RANGES (7.3).
 */

import { ERRNO } from '../uapi/errno.ts';
import { IOMMUFD_REQUEST, iommu_ioas_iova_ranges, iommu_iova_range } from '../uapi/iommufd.ts';
import { ioctlArgument, putU64 } from './ioctl-argument.ts';
import type { IovaRanges, Kernel } from './kernel.ts';
import type { Syscalls } from './syscalls.ts';

const USUAL_RANGES = 16;
/** Ranges can be added between two calls; a list that still grows after so many calls is an error. */
const MOST_TRIES = 4;

export function iovaRangesCall(syscalls: Syscalls): Kernel['iovaRanges'] {
  const { bytes, view, at } = ioctlArgument(iommu_ioas_iova_ranges, { size: iommu_ioas_iova_ranges.sizeBytes });
  let list = new Uint8Array(USUAL_RANGES * iommu_iova_range.sizeBytes);

  function ask(iommufd: number, ioas: number): number {
    view.setUint32(at.ioas_id, ioas, true);
    view.setUint32(at.num_iovas, list.length / iommu_iova_range.sizeBytes, true);
    putU64(view, at.allowed_iovas, syscalls.addressOf(list));
    view.setBigUint64(at.out_iova_alignment, 0n, true);
    return syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_IOAS_IOVA_RANGES, bytes);
  }

  return (iommufd, ioas) => {
    let result = ask(iommufd, ioas);
    for (let tries = 1; result === -ERRNO.EMSGSIZE && tries < MOST_TRIES; tries++) {
      list = new Uint8Array(view.getUint32(at.num_iovas, true) * iommu_iova_range.sizeBytes);
      result = ask(iommufd, ioas);
    }
    if (result < 0) return result;
    const ranges = rangesOf(list, view.getUint32(at.num_iovas, true));
    return { ranges, alignmentBytes: view.getBigUint64(at.out_iova_alignment, true) };
  };
}

function rangesOf(list: Uint8Array, count: number): IovaRanges['ranges'] {
  const { sizeBytes, decode } = iommu_iova_range;
  return Array.from({ length: count }, (_, index) => decode(list.subarray(index * sizeBytes, (index + 1) * sizeBytes)));
}
