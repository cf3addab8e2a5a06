/** Host operations on the kernel port, for devices that are bound to one iommufd. */

import type { InvalidationRanges, InvalidationWriter } from '../../kernel/invalidation-batch.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { DeviceHandle } from '../../model/live.ts';
import type { HostOps, HostResult } from '../state/host-ops.ts';
import { faultCalls } from './kernel-faults.ts';

export interface KernelHostParts {
  readonly kernel: Kernel;
  readonly iommufd: number;
  /** HWPTs are allocated with the PASID flag. The RID's need it too, else no PASID can be attached (src/quirks.md Q4). */
  readonly pasid: boolean;
  /** In the engine's order. */
  readonly devices: readonly HostDevice[];
  /** Reused for every call; longer lists go out in several. */
  readonly batch: InvalidationWriter;
}

export interface HostDevice {
  readonly handle: DeviceHandle;
  readonly parent: number;
}

export function kernelHost({ kernel, iommufd, pasid, devices, batch }: KernelHostParts): HostOps {
  const device = (index: number): HostDevice => {
    const found = devices[index];
    if (found === undefined) throw new RangeError(`no device ${index}`);
    return found;
  };
  const sender = { kernel, iommufd, batch };
  return {
    allocFirstStage(index, stage, faultQueue) {
      const { handle, parent } = device(index);
      return kernel.allocFirstStage(iommufd, { devId: handle.devId, parent, pasid, faultQueue, stage });
    },
    attach: (index, pasidOrRid, hwpt) => kernel.attach(device(index).handle, pasidOrRid, hwpt),
    replace: (index, pasidOrRid, hwpt) => kernel.replace(device(index).handle, pasidOrRid, hwpt),
    detach: (index, pasidOrRid) => kernel.detach(device(index).handle, pasidOrRid),
    destroy: (hwpt) => kernel.destroy(iommufd, hwpt),
    invalidate: (hwpt, ranges) => invalidateAll(sender, hwpt, ranges),
    ...faultCalls({ kernel, iommufd, devices }),
  };
}

type Sender = Pick<KernelHostParts, 'kernel' | 'iommufd' | 'batch'>;

function invalidateAll({ kernel, iommufd, batch }: Sender, hwpt: number, ranges: InvalidationRanges): HostResult {
  let result: HostResult = 0;
  for (let sent = 0; sent < ranges.count && result >= 0; ) {
    sent = batch.fill(ranges, sent);
    result = kernel.invalidate(iommufd, hwpt, batch.batch);
  }
  return result;
}
