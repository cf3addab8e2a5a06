/** How structs are framed: sizes, tails, reserved fields, unknown numbers. Source: iommufd/main.c iommufd_fops_ioctl. */

import { IOMMUFD_REQUEST, iommu_destroy, iommu_hw_info, iommu_hwpt_alloc } from '../../../src/uapi/iommufd.ts';
import type { ConformanceCase } from './case.ts';
import { mockOnIoas, NOWHERE } from './fixture.ts';

const { IOMMU_DESTROY, IOMMU_HWPT_ALLOC, IOMMU_GET_HW_INFO } = IOMMUFD_REQUEST;
const HOLE = 0x3b96;
const BELOW = 0x3b7f;
const ABOVE = 0x3bf0;

export const FRAMING: readonly ConformanceCase[] = [
  {
    number: 1,
    title: 'a struct that is too short is refused, a longer one only when its tail holds something',
    needs: 'iommufd',
    run(b) {
      const id = b.ioasAlloc();
      const long = (size: number, last: number): Uint8Array => {
        const bytes = new Uint8Array(16);
        bytes.set(iommu_destroy.encode({ size, id }));
        bytes[15] = last;
        return bytes;
      };
      b.expectErrno('EINVAL', b.raw(IOMMU_DESTROY, long(7, 0)));
      b.expectErrno('E2BIG', b.raw(IOMMU_DESTROY, long(16, 1)));
      b.expectOk(b.raw(IOMMU_DESTROY, long(16, 0)));
      b.destroyFails('ENOENT', id);
    },
  },
  {
    number: 2,
    title: 'a hole in the table reads the size before it says ENOTTY, a number outside does not',
    needs: 'iommufd',
    run(b) {
      const readable = iommu_destroy.encode({ size: 8 });
      b.expectErrno('EFAULT', b.raw(HOLE, NOWHERE));
      b.expectErrno('ENOTTY', b.raw(HOLE, readable));
      b.expectErrno('ENOTTY', b.raw(BELOW, NOWHERE));
      b.expectErrno('ENOTTY', b.raw(ABOVE, NOWHERE));
    },
  },
  {
    number: 3,
    title: 'the first versions of HWPT_ALLOC and GET_HW_INFO are still accepted, anything shorter is not',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const alloc = (size: number): Uint8Array => iommu_hwpt_alloc.encode({ size, dev_id: dev.idev, pt_id: ioas });
      const info = (size: number): Uint8Array => iommu_hw_info.encode({ size, dev_id: dev.idev });
      b.expectOk(b.raw(IOMMU_HWPT_ALLOC, alloc(24)));
      b.expectErrno('EINVAL', b.raw(IOMMU_HWPT_ALLOC, alloc(23)));
      b.expectOk(b.raw(IOMMU_GET_HW_INFO, info(32)));
      b.expectErrno('EINVAL', b.raw(IOMMU_GET_HW_INFO, info(31)));
    },
  },
  {
    number: 4,
    title: 'HWPT_ALLOC looks at its first reserved field, not at its second, and at fault_id only with the flag',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const base = { dev_id: dev.idev, pt_id: ioas };
      b.expectErrno('EOPNOTSUPP', b.call(IOMMU_HWPT_ALLOC, iommu_hwpt_alloc, { ...base, __reserved: 1 }).result);
      b.expectOk(b.call(IOMMU_HWPT_ALLOC, iommu_hwpt_alloc, { ...base, __reserved2: 1 }).result);
      b.expectOk(b.call(IOMMU_HWPT_ALLOC, iommu_hwpt_alloc, { ...base, fault_id: 0x7777 }).result);
    },
  },
];
