/**
 * Contexts and objects: open and close an iommufd, destroy an object by its id.
 * Source: linux/iommufd.h IOMMU_DESTROY; iommufd/main.c iommufd_destroy (7.3).
 */

import { ERRNO } from '../uapi/errno.ts';
import { IOMMUFD_REQUEST, iommu_destroy } from '../uapi/iommufd.ts';
import { ioctlArgument } from './ioctl-argument.ts';
import type { Kernel } from './kernel.ts';
import type { Syscalls } from './syscalls.ts';

const DEV_IOMMU = '/dev/iommu';
const BUSY_RETRIES = 3;

export function objectCalls(syscalls: Syscalls): Pick<Kernel, 'openIommufd' | 'close' | 'destroy'> {
  const { bytes, view, at } = ioctlArgument(iommu_destroy, { size: iommu_destroy.sizeBytes });
  return {
    openIommufd: () => syscalls.open(DEV_IOMMU, 'read-write'),
    close: (fd) => syscalls.close(fd),
    destroy(iommufd, id) {
      view.setUint32(at.id, id, true);
      let result = syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_DESTROY, bytes);
      // Another ioctl that uses the object at this moment counts as a user (src/quirks.md Q18).
      for (let retry = 0; result === -ERRNO.EBUSY && retry < BUSY_RETRIES; retry++) {
        result = syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_DESTROY, bytes);
      }
      return result;
    },
  };
}
