/** Rules that nobody had thought of until random sequences were put to both kernels: one case for each kind of difference. */

import assert from 'node:assert/strict';
import { POLLIN, POLLNVAL, POLLOUT } from '../../../src/kernel/syscalls.ts';
import { IOMMU_IOAS_MAP_FLAG, IOMMUFD_REQUEST, iommu_ioas_map } from '../../../src/uapi/iommufd.ts';
import { IOMMU_TEST_CMD, IOMMU_TEST_OP, test_pasid_attach, test_pasid_check_hwpt } from '../../../src/uapi/selftest.ts';
import type { Bench } from './bench.ts';
import type { ConformanceCase } from './case.ts';
import { mockFixture, mockOnIoas } from './fixture.ts';

const { WRITEABLE, READABLE } = IOMMU_IOAS_MAP_FLAG;
const { IOMMU_IOAS_MAP } = IOMMUFD_REQUEST;
const PAGE = 4096n;
const LAST = 2n ** 64n - 1n;

/** The address of a struct that can be read and not written. */
function unwritable(b: Bench, struct: Uint8Array): bigint {
  const fd = b.memfd(4096);
  b.expectOk(b.syscalls.write(fd, struct));
  return b.memory(4096, { protection: 'read', sharing: 'shared', fd });
}

export const FOUND: readonly ConformanceCase[] = [
  {
    number: null,
    title: 'a mapping stays although nobody could be told where it is',
    needs: 'iommufd',
    run(b) {
      const ioas = b.ioasAlloc();
      const size = iommu_ioas_map.sizeBytes;
      const flags = WRITEABLE | READABLE;
      const struct = iommu_ioas_map.encode({ size, flags, ioas_id: ioas, user_va: b.memory(4096), length: PAGE });
      b.expectErrno('EFAULT', b.raw(IOMMU_IOAS_MAP, unwritable(b, struct)));
      assert.equal(b.unmap(ioas, 0n, LAST), PAGE);
    },
  },
  {
    number: null,
    title: 'a bare attach is undone when nobody can be told of it',
    needs: 'mock',
    run(b) {
      const { dev, s2 } = mockFixture(b);
      b.replaceRid(dev.stdev, s2);
      const size = test_pasid_attach.sizeBytes;
      const values = { size, op: IOMMU_TEST_OP.PASID_ATTACH, id: dev.stdev, pasid: 1, pt_id: s2 };
      b.expectErrno('EFAULT', b.raw(IOMMU_TEST_CMD, unwritable(b, test_pasid_attach.encode(values))));
      b.checkPasid(dev.stdev, 1, 0);
    },
  },
  {
    number: null,
    title: 'the id of a mock device in the making is nobody’s yet',
    needs: 'mock',
    run(b) {
      b.mockDomainFails('ENOENT', 1);
      // The device itself is known before its RID is attached.
      b.mockDomainFails('EINVAL', 2);
      b.mockDomainFails('EINVAL', b.ioasAlloc(), 2);
    },
  },
  {
    number: null,
    title: 'PASID_CHECK_HWPT tells a missing HWPT from an id of another kind',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const check = (hwpt_id: number): number =>
        b.call(IOMMU_TEST_CMD, test_pasid_check_hwpt, {
          ...{ op: IOMMU_TEST_OP.PASID_CHECK_HWPT, id: dev.stdev, pasid: 1, hwpt_id },
        }).result;
      b.expectErrno('ENOENT', check(0x1234));
      b.expectErrno('EINVAL', check(ioas));
    },
  },
  {
    number: null,
    title: 'poll knows every fd: an iommufd is always ready, one that is not open says so',
    needs: 'iommufd',
    run(b) {
      const both = POLLIN | POLLOUT;
      assert.equal(b.syscalls.poll(b.iommufd(), both, 0), both);
      assert.equal(b.syscalls.poll(9999, both, 0), POLLNVAL);
      assert.equal(b.syscalls.poll(-1, both, 0), 0);
      const { fd } = b.faultQueue();
      const map = { lengthBytes: 4096, sharing: 'shared', fd } as const;
      b.expectErrno('ENODEV', Number(b.syscalls.mmap({ ...map, protection: 'read-write' })));
      b.expectErrno('EPERM', Number(b.syscalls.mmap({ ...map, protection: 'read-exec' })));
    },
  },
];
