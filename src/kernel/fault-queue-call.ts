/**
 * A queue of I/O page faults. HWPTs that are allocated with its id report their faults there.
 * Source: linux/iommufd.h IOMMU_FAULT_QUEUE_ALLOC (6.11).
 */

import { IOMMUFD_REQUEST, iommu_fault_alloc } from '../uapi/iommufd.ts';
import { ioctlArgument } from './ioctl-argument.ts';
import type { Kernel } from './kernel.ts';
import type { Syscalls } from './syscalls.ts';

export function allocFaultQueueCall(syscalls: Syscalls): Kernel['allocFaultQueue'] {
  const { bytes, view, at } = ioctlArgument(iommu_fault_alloc, { size: iommu_fault_alloc.sizeBytes });
  return (iommufd) => {
    view.setUint32(at.out_fault_id, 0, true);
    view.setUint32(at.out_fault_fd, 0, true);
    const result = syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_FAULT_QUEUE_ALLOC, bytes);
    if (result < 0) return result;
    return { id: view.getUint32(at.out_fault_id, true), fd: view.getUint32(at.out_fault_fd, true) };
  };
}
