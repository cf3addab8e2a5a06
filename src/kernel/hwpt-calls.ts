/**
 * HWPTs: nest parents over an IOAS, and first stages over a nest parent.
 *
 * The data of a first stage depend on the IOMMU; see {@link FirstStageData}.
 * Source: linux/iommufd.h IOMMU_HWPT_ALLOC (7.3).
 */

import type { FirstStage } from '../model/spec.ts';
import { IOMMU_HWPT_ALLOC_FLAG, IOMMUFD_REQUEST, iommu_hwpt_alloc } from '../uapi/iommufd.ts';
import { ioctlArgument, putU64 } from './ioctl-argument.ts';
import type { Kernel } from './kernel.ts';
import type { Result, Syscalls } from './syscalls.ts';

/** A vendor's data of a first stage: preallocated bytes that are filled for each HWPT. */
export interface FirstStageData {
  /** IOMMU_HWPT_DATA_*. */
  readonly dataType: number;
  readonly bytes: Uint8Array;
  fill(stage: FirstStage): void;
}

export function hwptCalls(
  syscalls: Syscalls,
  data: FirstStageData,
): Pick<Kernel, 'allocNestParent' | 'allocFirstStage'> {
  return { allocNestParent: allocNestParent(syscalls), allocFirstStage: allocFirstStage(syscalls, data) };
}

function allocNestParent(syscalls: Syscalls): Kernel['allocNestParent'] {
  const { bytes, view, at } = ioctlArgument(iommu_hwpt_alloc, { size: iommu_hwpt_alloc.sizeBytes });
  const argument = { bytes, view };
  return (iommufd, { devId, ioas, pasid, nesting }) => {
    view.setUint32(at.flags, nestingFlag(nesting) | pasidFlag(pasid), true);
    view.setUint32(at.dev_id, devId, true);
    view.setUint32(at.pt_id, ioas, true);
    return allocated(syscalls, iommufd, argument);
  };
}

function allocFirstStage(syscalls: Syscalls, data: FirstStageData): Kernel['allocFirstStage'] {
  const { bytes, view, at } = ioctlArgument(iommu_hwpt_alloc, {
    size: iommu_hwpt_alloc.sizeBytes,
    data_type: data.dataType,
    data_len: data.bytes.length,
  });
  putU64(view, at.data_uptr, syscalls.addressOf(data.bytes));
  const argument = { bytes, view };
  return (iommufd, { devId, parent, pasid, faultQueue = 0, stage }) => {
    data.fill(stage);
    view.setUint32(at.flags, pasidFlag(pasid) | faultFlag(faultQueue), true);
    view.setUint32(at.fault_id, faultQueue, true);
    view.setUint32(at.dev_id, devId, true);
    view.setUint32(at.pt_id, parent, true);
    return allocated(syscalls, iommufd, argument);
  };
}

function nestingFlag(nesting: boolean): number {
  return nesting ? IOMMU_HWPT_ALLOC_FLAG.NEST_PARENT : 0;
}

function pasidFlag(pasid: boolean): number {
  return pasid ? IOMMU_HWPT_ALLOC_FLAG.PASID : 0;
}

function faultFlag(faultQueue: number): number {
  return faultQueue === 0 ? 0 : IOMMU_HWPT_ALLOC_FLAG.FAULT_ID_VALID;
}

/** Send the filled struct → the id of the new HWPT. */
function allocated(
  syscalls: Syscalls,
  iommufd: number,
  { bytes, view }: { readonly bytes: Uint8Array; readonly view: DataView },
): Result {
  const at = iommu_hwpt_alloc.offset.out_hwpt_id;
  view.setUint32(at, 0, true);
  const result = syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_HWPT_ALLOC, bytes);
  return result < 0 ? result : view.getUint32(at, true);
}
