/** Making HWPTs. Source: iommufd/hw_pagetable.c iommufd_hwpt_alloc, iommufd_hwpt_nested_alloc. */

import { IOMMUFD_REQUEST, iommu_hwpt_alloc, iommu_viommu_alloc } from '../../../src/uapi/iommufd.ts';
import { IOMMU_HWPT_DATA_SELFTEST, IOMMU_VIOMMU_TYPE_SELFTEST } from '../../../src/uapi/selftest.ts';
import type { ConformanceCase } from './case.ts';
import { DIRTY_TRACKING, FAULT_ID_VALID, mockFixture, mockOnIoas, NEST_PARENT, PASID, vfioFixture } from './fixture.ts';

const { IOMMU_HWPT_ALLOC, IOMMU_VIOMMU_ALLOC } = IOMMUFD_REQUEST;
const UNKNOWN_FLAG = 0x10;

export const HWPT_ALLOC: readonly ConformanceCase[] = [
  {
    number: 15,
    title: 'a device id of another kind is ENOENT, a missing or odd parent EINVAL',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      b.hwptAllocFails('ENOENT', { dev: ioas, pt: ioas });
      b.hwptAllocFails('EINVAL', { dev: dev.idev, pt: 0x1234 });
      b.hwptAllocFails('EINVAL', { dev: dev.idev, pt: dev.idev });
    },
  },
  {
    number: 16,
    title: 'unknown flags and faults on a nest parent are EOPNOTSUPP, a wrong fault queue ENOENT',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      b.hwptAllocFails('EOPNOTSUPP', { dev: dev.idev, pt: ioas, flags: UNKNOWN_FLAG });
      const { id } = b.faultQueue();
      b.hwptAllocFails('EOPNOTSUPP', { dev: dev.idev, pt: ioas, flags: NEST_PARENT | FAULT_ID_VALID, fault: id });
      b.hwptAllocFails('ENOENT', { dev: dev.idev, pt: ioas, flags: FAULT_ID_VALID, fault: ioas });
    },
  },
  {
    number: 17,
    title: 'data type and length go together, and a nest parent wants data',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const par = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: NEST_PARENT });
      const data = b.pointer(new Uint8Array(8));
      const call = (values: { data_type: number; data_len: number }): number =>
        b.call(IOMMU_HWPT_ALLOC, iommu_hwpt_alloc, { dev_id: dev.idev, pt_id: par, data_uptr: data, ...values }).result;
      b.expectErrno('EINVAL', call({ data_type: 0, data_len: 8 }));
      b.expectErrno('EINVAL', call({ data_type: IOMMU_HWPT_DATA_SELFTEST, data_len: 0 }));
      b.hwptAllocFails('EOPNOTSUPP', { dev: dev.idev, pt: par });
    },
  },
  {
    number: 18,
    title: 'only an explicit nest parent takes nested HWPTs, and those have few flags',
    needs: 'mock',
    run(b) {
      const { dev, np, par, n0 } = mockFixture(b);
      const data = b.mockData();
      for (const pt of [np, dev.hwpt, n0]) b.hwptAllocFails('EINVAL', { dev: dev.idev, pt, data });
      for (const flags of [NEST_PARENT, DIRTY_TRACKING]) {
        b.hwptAllocFails('EOPNOTSUPP', { dev: dev.idev, pt: par, flags, data });
      }
    },
  },
  {
    number: 19,
    title: 'data of a nested HWPT must be readable, of a known type, and as long as the kernel knows it',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const par = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: NEST_PARENT });
      const data = (length: number, type = IOMMU_HWPT_DATA_SELFTEST) => ({ type, bytes: new Uint8Array(length) });
      b.hwptAllocFails('EINVAL', { dev: dev.idev, pt: par, data: data(3) });
      b.hwptAlloc({ dev: dev.idev, pt: par, data: data(4) });
      b.hwptAlloc({ dev: dev.idev, pt: par, data: data(8) });
      b.hwptAllocFails('EINVAL', { dev: dev.idev, pt: par, data: data(12) });
      b.hwptAllocFails('EOPNOTSUPP', { dev: dev.idev, pt: par, data: data(8, IOMMU_HWPT_DATA_SELFTEST + 1) });
      const nowhere = { dev_id: dev.idev, pt_id: par, data_type: IOMMU_HWPT_DATA_SELFTEST, data_len: 8 };
      b.expectErrno('EFAULT', b.call(IOMMU_HWPT_ALLOC, iommu_hwpt_alloc, nowhere).result);
    },
  },
  {
    number: 20,
    title: 'what was mapped before the first HWPT is judged when that is made',
    needs: 'mock',
    run(b) {
      const outside = b.ioasAlloc();
      b.map({ ioas: outside, address: b.memory(4096), length: 4096n, iova: 0x1000n });
      b.mockDomainFails('EADDRINUSE', outside);
      const bad = b.ioasAlloc();
      b.map({ ioas: bad, address: 0x10_0000n, length: 4096n, iova: 0x100_0000n });
      b.mockDomainFails('EFAULT', bad);
    },
  },
  {
    number: 21,
    title: 'VT-d without nesting refuses data on an IOAS, VIOMMUs and nest parents, but never the PASID flag',
    needs: 'vfio',
    run(b) {
      const { dev, ioas, s2 } = vfioFixture(b);
      b.hwptAllocFails('EOPNOTSUPP', { dev, pt: ioas, data: { type: 1, bytes: new Uint8Array(24) } });
      b.hwptAllocFails('EOPNOTSUPP', { dev, pt: ioas, flags: NEST_PARENT });
      b.hwptAllocFails('EOPNOTSUPP', { dev, pt: ioas, flags: NEST_PARENT | PASID });
      const viommu = { type: IOMMU_VIOMMU_TYPE_SELFTEST, dev_id: dev, hwpt_id: s2 };
      b.expectErrno('EOPNOTSUPP', b.call(IOMMU_VIOMMU_ALLOC, iommu_viommu_alloc, viommu).result);
      b.hwptAlloc({ dev, pt: ioas, flags: PASID });
    },
  },
];
