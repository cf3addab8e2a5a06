/**
 * The kernel port for real devices: iommufd and VFIO device files. Over libc it uses the running kernel, over the simulator's
 * system calls the simulated one; both get the same bytes.
 */

import { invalidateCall, vtdInvalidations } from './invalidate-call.ts';
import { iommufdCalls } from './iommufd-calls.ts';
import type { Kernel } from './kernel.ts';
import type { Syscalls } from './syscalls.ts';
import { vfioAttachments } from './vfio-attachments.ts';
import { vfioDevices } from './vfio-devices.ts';
import { vtdFirstStage } from './vtd-first-stage.ts';

/** @param backend whether `syscalls` are the running kernel's or the simulator's */
export function vfioKernel(syscalls: Syscalls, backend: 'kernel' | 'sim'): Kernel {
  return {
    backend,
    ...iommufdCalls(syscalls, vtdFirstStage()),
    ...vfioDevices(syscalls),
    ...vfioAttachments(syscalls),
    invalidate: invalidateCall(syscalls, vtdInvalidations()),
  };
}
