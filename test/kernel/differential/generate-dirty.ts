/** Random operations around dirty tracking. */

import * as uapi from '../../../src/uapi/iommufd.ts';
import { test_dirty } from '../../../src/uapi/selftest.ts';
import { requestOf, testOf } from './build-ioctl.ts';
import { type Chooser, dataPlace, hwptWith, iova, range, reserved } from './choose.ts';
import type { IoctlOperation } from './operation.ts';

const { DIRTY_TRACKING } = uapi.IOMMU_HWPT_ALLOC_FLAG;

export function setDirtyTracking(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  return requestOf(
    random,
    { fd, name: 'IOMMU_HWPT_SET_DIRTY_TRACKING' },
    {
      struct: uapi.iommu_hwpt_set_dirty_tracking,
      values: {
        flags: random.pick([0, 1, 1, 1, 2]),
        hwpt_id: hwptWith(chooser, DIRTY_TRACKING, 'paging'),
        __reserved: reserved(chooser),
      },
    },
  );
}

/** Something mapped mostly: marks are kept where pages are. */
function dirtyWindow(chooser: Chooser): { iova: bigint; length: bigint; page_size: bigint } {
  const { random } = chooser;
  const what = range(chooser);
  const pages = [2048n, 2048n, 4096n, 8192n, 1024n, 65_536n, 3000n, 0n];
  return {
    iova: random.once(8) ? iova(chooser) : what.iova,
    length: what.length > 2n ** 20n ? 65_536n : what.length + random.pick([0n, 0n, 2048n, 65_536n]),
    page_size: random.pick(pages),
  };
}

const BITMAP_BYTES = 256;

export function getDirtyBitmap(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  return requestOf(
    random,
    { fd, name: 'IOMMU_HWPT_GET_DIRTY_BITMAP' },
    {
      struct: uapi.iommu_hwpt_get_dirty_bitmap,
      values: {
        hwpt_id: hwptWith(chooser, DIRTY_TRACKING, 'paging'),
        flags: random.pick([0, 0, 1, 1, 2]),
        __reserved: reserved(chooser),
        ...dirtyWindow(chooser),
      },
      pointers: { data: dataPlace(chooser) },
      data: new Uint8Array(BITMAP_BYTES).fill(random.pick([0, 0, 0x80])),
    },
  );
}

export function markDirty(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const data = Uint8Array.from({ length: BITMAP_BYTES }, () => random.pick([0, 0, 1, 3, 0xff]));
  return testOf(
    random,
    { fd, name: 'DIRTY' },
    {
      struct: test_dirty,
      values: { id: hwptWith(chooser, DIRTY_TRACKING, 'paging'), ...dirtyWindow(chooser) },
      pointers: { uptr: dataPlace(chooser) },
      data,
    },
  );
}
