/**
 * VFIO device files: open and bind one to an iommufd, reset it, close it.
 * Source: linux/vfio.h VFIO_DEVICE_BIND_IOMMUFD, VFIO_DEVICE_RESET; vfio/device_cdev.c vfio_df_ioctl_bind_iommufd (7.3).
 */

import { BugError } from '../assert.ts';
import type { DeviceHandle } from '../model/live.ts';
import { ERRNO } from '../uapi/errno.ts';
import { VFIO_REQUEST, vfio_device_bind_iommufd } from '../uapi/vfio.ts';
import { ioctlArgument } from './ioctl-argument.ts';
import type { Kernel } from './kernel.ts';
import type { Syscalls } from './syscalls.ts';

const NO_ARGUMENT = 0n;
const CDEV_FOLDER = '/dev/vfio/devices';
const CDEV_NAME = /^(?:noiommu-)?vfio[0-9]+$/;

/** `bindDevice` returns ENODEV, as for a device that is being removed, when the function has no vfio device file. */
export function vfioDevices(syscalls: Syscalls): Pick<Kernel, 'bindDevice' | 'releaseDevice' | 'resetDevice'> {
  const bind = bindCall(syscalls);
  return {
    bindDevice(iommufd, { vfioDevice }) {
      if (vfioDevice === null || !CDEV_NAME.test(vfioDevice)) return -ERRNO.ENODEV;
      const fd = syscalls.open(`${CDEV_FOLDER}/${vfioDevice}`, 'read-write');
      if (fd < 0) return fd;
      const devId = bind(fd, iommufd);
      if (devId >= 0) return { kind: 'vfio', fd, devId };
      syscalls.close(fd);
      return devId;
    },
    releaseDevice: (handle) => syscalls.close(cdevOf(handle)),
    resetDevice: (handle) => syscalls.ioctl(cdevOf(handle), VFIO_REQUEST.VFIO_DEVICE_RESET, NO_ARGUMENT),
  };
}

/** The device file of a handle that this adapter made. */
export function cdevOf(handle: DeviceHandle): number {
  if (handle.kind !== 'vfio') throw new BugError('a mock device was given to VFIO');
  return handle.fd;
}

function bindCall(syscalls: Syscalls): (fd: number, iommufd: number) => number {
  const { bytes, view, at } = ioctlArgument(vfio_device_bind_iommufd, { argsz: vfio_device_bind_iommufd.sizeBytes });
  return (fd, iommufd) => {
    view.setInt32(at.iommufd, iommufd, true);
    view.setUint32(at.out_devid, 0, true);
    const result = syscalls.ioctl(fd, VFIO_REQUEST.VFIO_DEVICE_BIND_IOMMUFD, bytes);
    return result < 0 ? result : view.getUint32(at.out_devid, true);
  };
}
