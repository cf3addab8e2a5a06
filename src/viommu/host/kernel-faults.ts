/** Fault queues on the kernel port. Source: linux/iommufd.h struct iommu_hwpt_pgfault, iommu_hwpt_page_response (7.3). */

import type { FaultQueue, Kernel } from '../../kernel/kernel.ts';
import type { DeviceHandle } from '../../model/live.ts';
import { ERRNO } from '../../uapi/errno.ts';
import {
  IOMMU_PGFAULT_FLAGS,
  IOMMU_PGFAULT_PERM,
  iommu_hwpt_page_response,
  iommu_hwpt_pgfault,
} from '../../uapi/iommufd.ts';
import type { HostFault, HostOps, HostResult } from '../state/host-ops.ts';

const RECORD = iommu_hwpt_pgfault;
/** Records per read at first. A group that does not fit is EINVAL (src/quirks.md Q15), and the buffer is doubled. */
const RECORDS = 128;
const MOST_RECORDS = 4096;

export interface FaultParts {
  readonly kernel: Kernel;
  readonly iommufd: number;
  readonly devices: readonly { readonly handle: DeviceHandle }[];
}

export function faultCalls({
  kernel,
  iommufd,
  devices,
}: FaultParts): Pick<HostOps, 'allocFaultQueue' | 'freeFaultQueue' | 'readFaults' | 'respond'> {
  const { syscalls } = kernel;
  const closed = new Set<number>();
  let buffer = new Uint8Array(RECORDS * RECORD.sizeBytes);
  const indexOf = (devId: number): number => devices.findIndex(({ handle }) => handle.devId === devId);
  return {
    allocFaultQueue: () => kernel.allocFaultQueue(iommufd),
    freeFaultQueue({ id, fd }) {
      // Closed once: at a second try the number may belong to another file.
      if (!closed.has(id)) kernel.close(fd);
      closed.add(id);
      const result = kernel.destroy(iommufd, id);
      if (result >= 0) closed.delete(id);
      return result;
    },
    readFaults({ fd }: FaultQueue) {
      const faults: HostFault[] = [];
      for (;;) {
        const length = syscalls.read(fd, buffer);
        if (length === -ERRNO.EINVAL && buffer.length < MOST_RECORDS * RECORD.sizeBytes) {
          buffer = new Uint8Array(buffer.length * 2);
          continue;
        }
        if (length < 0) return faults.length > 0 ? faults : length;
        if (length === 0) return faults;
        faults.push(...faultsIn(buffer.subarray(0, length), indexOf));
      }
    },
    respond({ fd }, cookie, code): HostResult {
      return syscalls.write(fd, iommu_hwpt_page_response.encode({ cookie, code }));
    },
  };
}

/** Each record is of one of our devices: no other iommufd user has these queues. */
function faultsIn(bytes: Uint8Array, indexOf: (devId: number) => number): readonly HostFault[] {
  const { LAST_PAGE } = IOMMU_PGFAULT_FLAGS;
  const { READ, WRITE, EXEC, PRIV } = IOMMU_PGFAULT_PERM;
  const faults: HostFault[] = [];
  for (let at = 0; at < bytes.length; at += RECORD.sizeBytes) {
    const { flags, dev_id, pasid, grpid, perm, addr, cookie } = RECORD.decode(
      bytes.subarray(at, at + RECORD.sizeBytes),
    );
    faults.push({
      device: indexOf(dev_id),
      pasid,
      group: grpid,
      last: (flags & LAST_PAGE) !== 0,
      read: (perm & READ) !== 0,
      write: (perm & WRITE) !== 0,
      execute: (perm & EXEC) !== 0,
      privileged: (perm & PRIV) !== 0,
      address: addr,
      cookie,
    });
  }
  return faults;
}
