/** Dirty tracking. Source: iommufd/hw_pagetable.c iommufd_hwpt_set_dirty_tracking, iommufd_hwpt_get_dirty_bitmap. */

import {
  IOMMUFD_REQUEST,
  iommu_hwpt_get_dirty_bitmap,
  iommu_hwpt_set_dirty_tracking,
} from '../../../src/uapi/iommufd.ts';
import { MOCK } from '../../../src/uapi/selftest.ts';
import type { ConformanceCase } from './case.ts';
import { DIRTY_TRACKING, mockFixture, mockOnIoas } from './fixture.ts';

const { IOMMU_HWPT_SET_DIRTY_TRACKING, IOMMU_HWPT_GET_DIRTY_BITMAP } = IOMMUFD_REQUEST;

export const DIRTY: readonly ConformanceCase[] = [
  {
    number: 59,
    title: 'dirty tracking needs a paging HWPT that was made for it',
    needs: 'mock',
    run(b) {
      const { ioas, dev, np, n0 } = mockFixture(b);
      const set = (values: { hwpt_id: number; flags: number; __reserved?: number }): number =>
        b.call(IOMMU_HWPT_SET_DIRTY_TRACKING, iommu_hwpt_set_dirty_tracking, values).result;
      const dirty = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: DIRTY_TRACKING });
      b.expectErrno('EOPNOTSUPP', set({ hwpt_id: np, flags: 1 }));
      b.expectErrno('ENOENT', set({ hwpt_id: n0, flags: 1 }));
      b.expectErrno('EOPNOTSUPP', set({ hwpt_id: dirty, flags: 2 }));
      b.expectOk(set({ hwpt_id: dirty, flags: 1, __reserved: 7 }));
      b.expectOk(set({ hwpt_id: dirty, flags: 0 }));
    },
  },
  {
    number: 60,
    title: 'the bitmap of a range without mappings is no error, that of an empty range is',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const dirty = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: DIRTY_TRACKING });
      const plain = b.hwptAlloc({ dev: dev.idev, pt: ioas });
      const bitmap = b.pointer(new Uint8Array(4096));
      const get = (hwpt_id: number, length: bigint): number =>
        b.call(IOMMU_HWPT_GET_DIRTY_BITMAP, iommu_hwpt_get_dirty_bitmap, {
          ...{ hwpt_id, length, iova: MOCK.APERTURE_START, page_size: 2048n, data: bitmap },
        }).result;
      b.expectOk(get(dirty, 4096n));
      b.expectErrno('EINVAL', get(dirty, 0n));
      b.expectErrno('EOPNOTSUPP', get(plain, 4096n));
    },
  },
];
