/**
 * Attach and detach the RID and PASIDs of VFIO devices.
 *
 * PASID 0 is the RID and is sent without the PASID flag: with the flag VFIO would attach the RID and not record it
 * (src/quirks.md Q5). A second attach is a replace, for which VFIO has no other request (Q6).
 * Source: linux/vfio.h VFIO_DEVICE_ATTACH_IOMMUFD_PT, VFIO_DEVICE_DETACH_IOMMUFD_PT (7.3; PASID since 6.15).
 */

import type { DeviceHandle } from '../model/live.ts';
import { NO_PASID } from '../model/pasid.ts';
import {
  VFIO_DEVICE_PASID_FLAG,
  VFIO_REQUEST,
  vfio_device_attach_iommufd_pt,
  vfio_device_detach_iommufd_pt,
} from '../uapi/vfio.ts';
import { checkedPasid } from './checked-pasid.ts';
import { ioctlArgument } from './ioctl-argument.ts';
import type { Kernel } from './kernel.ts';
import type { Result, Syscalls } from './syscalls.ts';
import { cdevOf } from './vfio-devices.ts';

export function vfioAttachments(syscalls: Syscalls): Pick<Kernel, 'attach' | 'replace' | 'detach' | 'witness'> {
  const attach = attachCall(syscalls);
  return { attach, replace: attach, detach: detachCall(syscalls), witness: () => 'unknown' };
}

function attachCall(syscalls: Syscalls): (handle: DeviceHandle, pasid: number, hwpt: number) => Result {
  const { bytes, view, at } = ioctlArgument(vfio_device_attach_iommufd_pt, {
    argsz: vfio_device_attach_iommufd_pt.sizeBytes,
  });
  return (handle, pasid, hwpt) => {
    view.setUint32(at.flags, pasidFlag(pasid), true);
    // Set for each call: the kernel overwrites this field.
    view.setUint32(at.pt_id, hwpt, true);
    view.setUint32(at.pasid, checkedPasid(pasid), true);
    return syscalls.ioctl(cdevOf(handle), VFIO_REQUEST.VFIO_DEVICE_ATTACH_IOMMUFD_PT, bytes);
  };
}

function detachCall(syscalls: Syscalls): Kernel['detach'] {
  const { bytes, view, at } = ioctlArgument(vfio_device_detach_iommufd_pt, {
    argsz: vfio_device_detach_iommufd_pt.sizeBytes,
  });
  return (handle, pasid) => {
    view.setUint32(at.flags, pasidFlag(pasid), true);
    view.setUint32(at.pasid, checkedPasid(pasid), true);
    return syscalls.ioctl(cdevOf(handle), VFIO_REQUEST.VFIO_DEVICE_DETACH_IOMMUFD_PT, bytes);
  };
}

function pasidFlag(pasid: number): number {
  return pasid === NO_PASID ? 0 : VFIO_DEVICE_PASID_FLAG;
}
