/**
 * The kernel port for devices of the kernel's mock (CONFIG_IOMMUFD_TEST): iommufd as for real devices, and test operations instead
 * of VFIO.
 */

import { invalidateCall } from './invalidate-call.ts';
import { iommufdCalls } from './iommufd-calls.ts';
import type { Kernel } from './kernel.ts';
import { mockAttachments } from './mock-attachments.ts';
import { mockDevices } from './mock-devices.ts';
import { mockFirstStage } from './mock-first-stage.ts';
import { mockInvalidations } from './mock-invalidations.ts';
import type { Syscalls } from './syscalls.ts';

export function selftestKernel(syscalls: Syscalls): Kernel {
  const iommufd = iommufdCalls(syscalls, mockFirstStage());
  return {
    backend: 'selftest',
    ...iommufd,
    ...mockDevices(syscalls, iommufd),
    ...mockAttachments(syscalls),
    invalidate: invalidateCall(syscalls, mockInvalidations()),
  };
}
