/**
 * Attach, replace, detach and check the RID (pasid 0) and PASIDs of mock devices. Unlike VFIO's, a second attach is EBUSY, and a
 * replace where nothing is attached is EINVAL (src/quirks.md Q6).
 * Source: drivers/iommu/iommufd/selftest.c iommufd_test_pasid_{attach,replace,detach,check_hwpt} (7.3).
 */

import type { DeviceHandle } from '../model/live.ts';
import { ERRNO } from '../uapi/errno.ts';
import {
  IOMMU_TEST_CMD,
  IOMMU_TEST_CMD_SIZE,
  IOMMU_TEST_OP,
  test_pasid_attach,
  test_pasid_check_hwpt,
  test_pasid_detach,
} from '../uapi/selftest.ts';
import { checkedPasid } from './checked-pasid.ts';
import { ioctlArgument } from './ioctl-argument.ts';
import type { Kernel } from './kernel.ts';
import { mockOf } from './mock-devices.ts';
import type { Result, Syscalls } from './syscalls.ts';

export function mockAttachments(syscalls: Syscalls): Pick<Kernel, 'attach' | 'replace' | 'detach' | 'witness'> {
  return {
    attach: moveCall(syscalls, IOMMU_TEST_OP.PASID_ATTACH),
    replace: moveCall(syscalls, IOMMU_TEST_OP.PASID_REPLACE),
    detach: detachCall(syscalls),
    witness: witnessCall(syscalls),
  };
}

/** Attach and replace have the same fields. */
function moveCall(syscalls: Syscalls, op: number): (handle: DeviceHandle, pasid: number, hwpt: number) => Result {
  const { bytes, view, at } = ioctlArgument(test_pasid_attach, { size: IOMMU_TEST_CMD_SIZE, op });
  return (handle, pasid, hwpt) => {
    const { iommufd, stdevId } = mockOf(handle);
    view.setUint32(at.id, stdevId, true);
    view.setUint32(at.pasid, checkedPasid(pasid), true);
    view.setUint32(at.pt_id, hwpt, true);
    return syscalls.ioctl(iommufd, IOMMU_TEST_CMD, bytes);
  };
}

function detachCall(syscalls: Syscalls): Kernel['detach'] {
  const { bytes, view, at } = ioctlArgument(test_pasid_detach, {
    size: IOMMU_TEST_CMD_SIZE,
    op: IOMMU_TEST_OP.PASID_DETACH,
  });
  return (handle, pasid) => {
    const { iommufd, stdevId } = mockOf(handle);
    view.setUint32(at.id, stdevId, true);
    view.setUint32(at.pasid, checkedPasid(pasid), true);
    return syscalls.ioctl(iommufd, IOMMU_TEST_CMD, bytes);
  };
}

function witnessCall(syscalls: Syscalls): Kernel['witness'] {
  const { bytes, view, at } = ioctlArgument(test_pasid_check_hwpt, {
    size: IOMMU_TEST_CMD_SIZE,
    op: IOMMU_TEST_OP.PASID_CHECK_HWPT,
  });
  return (handle, pasid, hwpt) => {
    const { iommufd, stdevId } = mockOf(handle);
    view.setUint32(at.id, stdevId, true);
    view.setUint32(at.pasid, checkedPasid(pasid), true);
    view.setUint32(at.hwpt_id, hwpt, true);
    const result = syscalls.ioctl(iommufd, IOMMU_TEST_CMD, bytes);
    if (result === 0) return 'yes';
    if (result === -ERRNO.EINVAL) return 'no';
    // ENOENT: the HWPT or the device does not exist, so they are not attached. For hwpt 0 the device does not exist.
    return result === -ERRNO.ENOENT && hwpt !== 0 ? 'no' : 'unknown';
  };
}
