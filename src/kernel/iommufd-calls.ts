/** The part of the kernel port that real and mock devices share. */

import { allocFaultQueueCall } from './fault-queue-call.ts';
import { hwInfoCall } from './hw-info-call.ts';
import { type FirstStageData, hwptCalls } from './hwpt-calls.ts';
import { ioasCalls } from './ioas-calls.ts';
import { iovaRangesCall } from './iova-ranges-call.ts';
import type { Kernel } from './kernel.ts';
import { objectCalls } from './object-calls.ts';
import type { Syscalls } from './syscalls.ts';

/** The methods that are the same for real and mock devices. */
export type IommufdCalls = Omit<Kernel, 'backend' | keyof DeviceCalls>;

/** The methods that differ. */
export type DeviceCalls = Pick<
  Kernel,
  'bindDevice' | 'releaseDevice' | 'resetDevice' | 'attach' | 'replace' | 'detach' | 'witness' | 'invalidate'
>;

export function iommufdCalls(syscalls: Syscalls, data: FirstStageData): IommufdCalls {
  return {
    syscalls,
    ...objectCalls(syscalls),
    ...ioasCalls(syscalls),
    ...hwptCalls(syscalls, data),
    hwInfo: hwInfoCall(syscalls),
    iovaRanges: iovaRangesCall(syscalls),
    allocFaultQueue: allocFaultQueueCall(syscalls),
  };
}
