/** IOMMU_OPTION, and mmap of an iommufd. Source: iommufd/main.c iommufd_option, iommufd_fops_mmap; ioas.c iommufd_ioas_option. */

import assert from 'node:assert/strict';
import type { MmapOptions } from '../../../src/kernel/syscalls.ts';
import { IOMMU_OPTION_ID, IOMMU_OPTION_OP } from '../../../src/uapi/iommufd.ts';
import { MOCK } from '../../../src/uapi/selftest.ts';
import type { ConformanceCase } from './case.ts';
import { mockOnIoas } from './fixture.ts';

const RLIMIT = { option_id: IOMMU_OPTION_ID.RLIMIT_MODE, op: IOMMU_OPTION_OP.SET };
const HUGE = { option_id: IOMMU_OPTION_ID.HUGE_PAGES, op: IOMMU_OPTION_OP.SET };

export const OPTIONS: readonly ConformanceCase[] = [
  {
    number: 79,
    title: 'nothing of an iommufd can be mapped where nothing was published',
    needs: 'iommufd',
    run(b) {
      const fd = b.iommufd();
      const map = (options: Partial<MmapOptions>): number =>
        Number(b.syscalls.mmap({ lengthBytes: 4096, protection: 'read-write', sharing: 'shared', fd, ...options }));
      b.expectErrno('ENXIO', map({ offset: 4096n }));
      b.expectErrno('EINVAL', map({ sharing: 'private' }));
      b.expectErrno('EPERM', map({ protection: 'read-exec' }));
    },
  },
  {
    number: 81,
    title: 'how pinned memory is counted can be chosen in an empty context only',
    needs: 'iommufd',
    run(b) {
      b.expectOk(b.option({ ...RLIMIT, val64: 1n }).result);
      assert.equal(b.option({ ...RLIMIT, op: IOMMU_OPTION_OP.GET }).out.val64, 1n);
      b.expectErrno('EINVAL', b.option({ ...RLIMIT, val64: 2n }).result);
      b.expectErrno('EOPNOTSUPP', b.option({ ...RLIMIT, object_id: 5 }).result);
      b.ioasAlloc();
      b.expectErrno('EBUSY', b.option({ ...RLIMIT, val64: 0n }).result);
    },
  },
  {
    number: 82,
    title: 'huge pages can be switched off before there are mappings in HWPTs',
    needs: 'mock',
    run(b) {
      const fresh = b.ioasAlloc();
      b.expectOk(b.option({ ...HUGE, object_id: fresh, val64: 0n }).result);
      assert.equal(b.iovaRanges(fresh, 1).alignment, 4096n);
      b.expectErrno('EINVAL', b.option({ ...HUGE, object_id: fresh, val64: 5n }).result);
      const { ioas } = mockOnIoas(b);
      b.map({ ioas, address: b.memory(4096), length: 4096n, iova: MOCK.APERTURE_START });
      b.expectErrno('EINVAL', b.option({ ...HUGE, object_id: ioas, val64: 0n }).result);
    },
  },
];
