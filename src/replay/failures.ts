/** The operation `fail` of a script: the next calls of a kind return an error instead of being made. */

import type { GuestMemory } from '../guest/guest-memory.ts';
import type { FailingCall, FailOperation } from '../guest/operation.ts';
import type { HostOps } from '../viommu/state/host-ops.ts';

export interface Failures {
  order(operation: FailOperation): void;
  /** Take a failure for this call: a negative errno, or `null` to make the call. */
  take(...calls: readonly FailingCall[]): number | null;
}

export function createFailures(): Failures {
  const ordered: { readonly call: FailingCall; readonly errno: number; left: number }[] = [];
  return {
    order: ({ call, errno, times }) => ordered.push({ call, errno, left: times }),
    take(...calls) {
      const found = ordered.find(({ call, left }) => left > 0 && calls.includes(call));
      if (found === undefined) return null;
      found.left -= 1;
      return -found.errno;
    },
  };
}

/** A replace fails for `attach` too, since VFIO has one ioctl for both (src/quirks.md Q6). */
export function failingHost(host: HostOps, failures: Failures): HostOps {
  return {
    allocFirstStage: (device, stage, queue) =>
      failures.take('hwpt-alloc') ?? host.allocFirstStage(device, stage, queue),
    attach: (device, pasid, hwpt) => failures.take('attach') ?? host.attach(device, pasid, hwpt),
    replace: (device, pasid, hwpt) => failures.take('replace', 'attach') ?? host.replace(device, pasid, hwpt),
    detach: (device, pasid) => failures.take('detach') ?? host.detach(device, pasid),
    destroy: (hwpt) => failures.take('hwpt-destroy') ?? host.destroy(hwpt),
    invalidate: (hwpt, ranges) => failures.take('invalidate') ?? host.invalidate(hwpt, ranges),
    allocFaultQueue: () => failures.take('fault-queue-alloc') ?? host.allocFaultQueue(),
    freeFaultQueue: (queue) => host.freeFaultQueue(queue),
    readFaults: (queue) => host.readFaults(queue),
    respond: (queue, cookie, code) => failures.take('fault-respond') ?? host.respond(queue, cookie, code),
  };
}

/** A failed read of memory has the result `dead`. */
export function failingMemory(memory: GuestMemory, failures: Failures): GuestMemory {
  return {
    ...memory,
    read: (address, into) => (failures.take('guest-read') === null ? memory.read(address, into) : 'dead'),
  };
}
