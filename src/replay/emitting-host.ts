/** Host operations that emit a line after each call. */

import { known } from '../assert.ts';
import type { HostOps } from '../viommu/state/host-ops.ts';
import { errnoText, type HostLine, rangesText, stageText } from './replay-line.ts';
import type { ReplayDevice } from './replay-machine.ts';

export function emittingHost(host: HostOps, devices: readonly ReplayDevice[], emit: (line: HostLine) => void): HostOps {
  const device = (index: number): ReplayDevice => known(devices[index], `device ${index}`);
  const emitted = (result: number, line: (errno: string | null) => HostLine): number => {
    emit(line(errnoText(result)));
    return result;
  };
  const moved = (call: 'attach' | 'replace') => (index: number, pasid: number, hwpt: number) =>
    emitted(host[call](index, pasid, hwpt), (errno) => {
      return { host: call, device: device(index).engine.name, pasid, hwpt, errno };
    });
  return {
    allocFirstStage(index, stage, queue) {
      const { unit, engine } = device(index);
      const result = host.allocFirstStage(index, stage, queue);
      const hwpt = result < 0 ? null : result;
      return emitted(result, (errno) => {
        return {
          host: 'hwpt-alloc',
          hwpt,
          unit,
          parent: engine.parent,
          firstStage: stageText(stage),
          ...(queue === 0 ? {} : { faultQueue: queue }),
          errno,
        };
      });
    },
    attach: moved('attach'),
    replace: moved('replace'),
    detach: (index, pasid) =>
      emitted(host.detach(index, pasid), (errno) => ({
        host: 'detach',
        device: device(index).engine.name,
        pasid,
        errno,
      })),
    ...emittingFaults(host, emit),
    destroy: (hwpt) => emitted(host.destroy(hwpt), (errno) => ({ host: 'hwpt-destroy', hwpt, errno })),
    invalidate: (hwpt, ranges) =>
      emitted(host.invalidate(hwpt, ranges), (errno) => {
        return { host: 'invalidate', hwpt, ranges: rangesText(ranges), errno };
      }),
  };
}

type FaultCalls = Pick<HostOps, 'allocFaultQueue' | 'freeFaultQueue' | 'readFaults' | 'respond'>;

/** Fault queues by their number. A read has no line of its own: each page request that goes to the guest has one. */
function emittingFaults(host: HostOps, emit: (line: HostLine) => void): FaultCalls {
  return {
    allocFaultQueue() {
      const made = host.allocFaultQueue();
      const queue = typeof made === 'number' ? null : made.id;
      emit({ host: 'fault-queue-alloc', queue, errno: typeof made === 'number' ? errnoText(made) : null });
      return made;
    },
    freeFaultQueue(queue) {
      const result = host.freeFaultQueue(queue);
      emit({ host: 'fault-queue-free', queue: queue.id, errno: errnoText(result) });
      return result;
    },
    readFaults: (queue) => host.readFaults(queue),
    respond(queue, cookie, code) {
      const result = host.respond(queue, cookie, code);
      emit({ host: 'fault-respond', queue: queue.id, cookie, code, errno: errnoText(result) });
      return result;
    },
  };
}
