/** VIOMMUs of the mock, vDEVICEs and event queues. */

import type { Result } from '../../../src/kernel/syscalls.ts';
import type { ErrnoName } from '../../../src/uapi/errno.ts';
import {
  IOMMUFD_REQUEST,
  iommu_vdevice_alloc,
  iommu_veventq_alloc,
  iommu_viommu_alloc,
} from '../../../src/uapi/iommufd.ts';
import type { Values } from '../../../src/uapi/layout.ts';
import {
  IOMMU_TEST_CMD,
  IOMMU_TEST_OP,
  IOMMU_VEVENTQ_TYPE_SELFTEST,
  IOMMU_VIOMMU_TYPE_SELFTEST,
  test_trigger_vevent,
} from '../../../src/uapi/selftest.ts';
import type { BenchCore } from './bench-core.ts';

type EventQueueValues = Partial<Values<typeof iommu_veventq_alloc.fields>>;

export function viommuCalls(core: BenchCore) {
  const { call, expectOk, expectErrno } = core;

  function tryVdevice(viommu: number, dev: number, virtId: bigint): Result {
    const values = { viommu_id: viommu, dev_id: dev, virt_id: virtId };
    const { result, out } = call(IOMMUFD_REQUEST.IOMMU_VDEVICE_ALLOC, iommu_vdevice_alloc, values);
    return result < 0 ? result : out.out_vdevice_id;
  }

  function tryEventQueue(viommu: number, values: EventQueueValues): { result: Result; id: number; fd: number } {
    const { result, out } = call(IOMMUFD_REQUEST.IOMMU_VEVENTQ_ALLOC, iommu_veventq_alloc, {
      ...{ viommu_id: viommu, type: IOMMU_VEVENTQ_TYPE_SELFTEST, veventq_depth: 2, ...values },
    });
    return { result, id: out.out_veventq_id, fd: out.out_veventq_fd };
  }

  return {
    /** On a nest parent. */
    viommuAlloc(dev: number, parent: number): number {
      const values = { type: IOMMU_VIOMMU_TYPE_SELFTEST, dev_id: dev, hwpt_id: parent };
      const { result, out } = call(IOMMUFD_REQUEST.IOMMU_VIOMMU_ALLOC, iommu_viommu_alloc, values);
      expectOk(result);
      return out.out_viommu_id;
    },
    vdeviceAlloc: (viommu: number, dev: number, virtId: bigint): number => expectOk(tryVdevice(viommu, dev, virtId)),
    vdeviceAllocFails: (errno: ErrnoName, viommu: number, { dev, virtId }: { dev: number; virtId: bigint }): void =>
      expectErrno(errno, tryVdevice(viommu, dev, virtId)),
    eventQueue(viommu: number, values: EventQueueValues = {}): { id: number; fd: number } {
      const { result, id, fd } = tryEventQueue(viommu, values);
      expectOk(result);
      return { id, fd: core.closeLater(fd) };
    },
    eventQueueFails: (errno: ErrnoName, viommu: number, values: EventQueueValues): void =>
      expectErrno(errno, tryEventQueue(viommu, values).result),
    tryTriggerEvent: (idev: number): Result =>
      call(IOMMU_TEST_CMD, test_trigger_vevent, { op: IOMMU_TEST_OP.TRIGGER_VEVENT, idev }).result,
  };
}
