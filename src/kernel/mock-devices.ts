/**
 * Devices of the mock in the state of freshly bound VFIO devices: nothing attached, and no IOAS.
 * Source: drivers/iommu/iommufd/selftest.c iommufd_test_mock_domain (7.3).
 */

import { BugError } from '../assert.ts';
import type { DeviceHandle } from '../model/live.ts';
import { NO_PASID } from '../model/pasid.ts';
import { ERRNO } from '../uapi/errno.ts';
import {
  IOMMU_TEST_CMD,
  IOMMU_TEST_CMD_SIZE,
  IOMMU_TEST_OP,
  MOCK_FLAGS_DEVICE,
  test_mock_domain,
  test_pasid_detach,
} from '../uapi/selftest.ts';
import { ioctlArgument } from './ioctl-argument.ts';
import type { Kernel } from './kernel.ts';
import type { Result, Syscalls } from './syscalls.ts';

export type MockHandle = Extract<DeviceHandle, { readonly kind: 'mock' }>;

type Objects = Pick<Kernel, 'allocIoas' | 'destroy'>;

export function mockDevices(
  syscalls: Syscalls,
  objects: Objects,
): Pick<Kernel, 'bindDevice' | 'releaseDevice' | 'resetDevice'> {
  const create = createCall(syscalls);
  const detachRid = detachRidCall(syscalls);

  // The mock attaches a new device's RID at once, so a scratch IOAS is needed until the RID is detached.
  function bindDetached(iommufd: number, scratch: number, flags: number): MockHandle | Result {
    const handle = create(iommufd, scratch, flags);
    if (typeof handle === 'number') return handle;
    const detached = detachRid(handle);
    const freed = detached < 0 ? detached : objects.destroy(iommufd, scratch);
    if (freed >= 0) return handle;
    objects.destroy(iommufd, handle.stdevId);
    return freed;
  }

  return {
    bindDevice(iommufd, { pasid }) {
      const scratch = objects.allocIoas(iommufd);
      if (scratch < 0) return scratch;
      const bound = bindDetached(iommufd, scratch, pasid ? MOCK_FLAGS_DEVICE.PASID : 0);
      if (typeof bound === 'number') objects.destroy(iommufd, scratch);
      return bound;
    },
    releaseDevice(handle) {
      const { iommufd, stdevId } = mockOf(handle);
      return objects.destroy(iommufd, stdevId);
    },
    resetDevice: () => -ERRNO.ENOTTY,
  };
}

/** The handle, when this adapter made it. */
export function mockOf(handle: DeviceHandle): MockHandle {
  if (handle.kind !== 'mock') throw new BugError('a VFIO device was given to the mock');
  return handle;
}

function createCall(syscalls: Syscalls): (iommufd: number, ioas: number, flags: number) => MockHandle | Result {
  const { bytes, view, at } = ioctlArgument(test_mock_domain, {
    size: IOMMU_TEST_CMD_SIZE,
    op: IOMMU_TEST_OP.MOCK_DOMAIN_FLAGS,
  });
  const outputs = bytes.subarray(at.out_stdev_id, at.dev_flags);
  return (iommufd, ioas, flags) => {
    outputs.fill(0);
    view.setUint32(at.id, ioas, true);
    view.setUint32(at.dev_flags, flags, true);
    const result = syscalls.ioctl(iommufd, IOMMU_TEST_CMD, bytes);
    if (result < 0) return result;
    const stdevId = view.getUint32(at.out_stdev_id, true);
    return { kind: 'mock', iommufd, stdevId, devId: view.getUint32(at.out_idev_id, true) };
  };
}

function detachRidCall(syscalls: Syscalls): (handle: MockHandle) => Result {
  const { bytes, view, at } = ioctlArgument(test_pasid_detach, {
    size: IOMMU_TEST_CMD_SIZE,
    op: IOMMU_TEST_OP.PASID_DETACH,
    pasid: NO_PASID,
  });
  return ({ iommufd, stdevId }) => {
    view.setUint32(at.id, stdevId, true);
    return syscalls.ioctl(iommufd, IOMMU_TEST_CMD, bytes);
  };
}
