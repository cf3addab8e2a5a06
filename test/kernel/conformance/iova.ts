/** Mapping, unmapping, and which addresses there are. Source: iommufd/io_pagetable.c, iommufd/ioas.c. */

import assert from 'node:assert/strict';
import { IOMMU_IOAS_MAP_FLAG } from '../../../src/uapi/iommufd.ts';
import { MOCK } from '../../../src/uapi/selftest.ts';
import type { ConformanceCase } from './case.ts';
import { mockOnIoas, PASID, vfioFixture } from './fixture.ts';

const { FIXED_IOVA, READABLE } = IOMMU_IOAS_MAP_FLAG;
const LAST = 2n ** 64n - 1n;
const PAGE = 4096n;
const MSI = 0xfee0_0000n;
const BASE = MOCK.APERTURE_START;

export const IOVA: readonly ConformanceCase[] = [
  {
    number: 51,
    title: 'the window of interrupt messages is reserved by attaching a RID, not by attaching a PASID',
    needs: 'vfio',
    run(b) {
      const { fd, ioas, s2 } = vfioFixture(b);
      const address = b.memory(4096);
      b.map({ ioas, address, length: PAGE, iova: MSI });
      b.attachFails('EADDRINUSE', fd, { pt: s2 });
      b.attach(fd, s2, 5);
      b.detach(fd, 5);
      b.unmap(ioas, MSI, PAGE);
      b.attach(fd, s2);
      b.mapFails('EINVAL', { ioas, address, length: PAGE, iova: MSI });
    },
  },
  {
    number: 52,
    title: 'allowed ranges are longer than a byte, disjoint and not reserved, and nothing may be reserved in them',
    needs: 'vfio',
    run(b) {
      const { fd, dev, ioas, s2 } = vfioFixture(b);
      b.allowFails('EINVAL', ioas, [{ start: PAGE, last: PAGE }]);
      b.allowFails('EINVAL', ioas, [
        { start: 0n, last: 0x1fffn },
        { start: PAGE, last: 0x2fffn },
      ]);
      b.attach(fd, s2);
      b.allowFails('EADDRINUSE', ioas, [{ start: MSI, last: MSI + PAGE - 1n }]);
      const other = b.ioasAlloc();
      b.allow(other, [{ start: MSI, last: MSI + PAGE - 1n }]);
      b.attachFails('EADDRINUSE', fd, { pt: b.hwptAlloc({ dev, pt: other, flags: PASID }) });
    },
  },
  {
    number: 53,
    title: 'MAP refuses what is empty, endless, taken, out of reach or not backed by memory',
    needs: 'mock',
    run(b) {
      const { ioas } = mockOnIoas(b);
      const address = b.memory(8192);
      const map = { ioas, address, length: PAGE, iova: BASE };
      b.mapFails('EINVAL', { ...map, flags: FIXED_IOVA });
      b.mapFails('EOVERFLOW', { ...map, length: LAST });
      b.mapFails('EINVAL', { ...map, length: 0n });
      b.map(map);
      b.mapFails('EEXIST', map);
      b.mapFails('EINVAL', { ...map, iova: 0x1000n });
      b.map({ ...map, length: MOCK.PAGE_BYTES, iova: BASE + 0x1_0800n });
      b.mapFails('EFAULT', { ...map, address: 0x10_0000n, iova: BASE + 0x2_0000n });
      const readOnly = b.memory(4096, { protection: 'read' });
      b.mapFails('EFAULT', { ...map, address: readOnly, iova: BASE + 0x3_0000n });
    },
  },
  {
    number: 54,
    title: 'UNMAP takes whole mappings, and everything even when that is nothing',
    needs: 'mock',
    run(b) {
      const { ioas } = mockOnIoas(b);
      assert.equal(b.unmap(ioas, 0n, LAST), 0n);
      b.map({ ioas, address: b.memory(8192), length: 2n * PAGE, iova: BASE });
      b.unmapFails('ENOENT', ioas, { iova: BASE, length: PAGE });
      b.unmapFails('ENOENT', ioas, { iova: BASE + 0x10_0000n, length: PAGE });
      b.unmapFails('EINVAL', ioas, { iova: BASE, length: 0n });
      assert.equal(b.unmap(ioas, 0n, LAST), 2n * PAGE);
    },
  },
  {
    number: 55,
    title: 'IOVA_RANGES without room tells how much is needed',
    needs: 'iommufd',
    run(b) {
      const ioas = b.ioasAlloc();
      const short = b.iovaRanges(ioas, 0);
      b.expectErrno('EMSGSIZE', short.result);
      assert.equal(short.count, 1);
      const full = b.iovaRanges(ioas, 1);
      b.expectOk(full.result);
      assert.deepEqual(full.ranges, [{ start: 0n, last: LAST }]);
      assert.equal(full.alignment, 1n);
    },
  },
  {
    number: 76,
    title: 'UNMAP that cuts its second mapping has unmapped the first, and does not say so',
    needs: 'mock',
    run(b) {
      const { ioas } = mockOnIoas(b);
      const address = b.memory(12_288);
      b.map({ ioas, address, length: PAGE, iova: BASE });
      b.map({ ioas, address, length: 2n * PAGE, iova: BASE + PAGE });
      const cut = b.tryUnmap(ioas, BASE, 2n * PAGE);
      b.expectErrno('ENOENT', cut.result);
      assert.equal(cut.length, 2n * PAGE);
      b.unmapFails('ENOENT', ioas, { iova: BASE, length: PAGE });
      assert.equal(b.unmap(ioas, BASE + PAGE, 2n * PAGE), 2n * PAGE);
    },
  },
  {
    number: 77,
    title: 'COPY takes any mapped part, and cannot make read-only memory writable',
    needs: 'mock',
    run(b) {
      const { ioas } = mockOnIoas(b);
      const to = b.ioasAlloc();
      b.map({ ioas, address: b.memory(16_384), length: 4n * PAGE, iova: BASE });
      const copy = (at: bigint, iova: bigint): number => b.tryCopy({ from: ioas, to, at, iova, length: PAGE });
      b.expectErrno('ENOENT', copy(BASE + 0x10_0000n, BASE));
      b.expectOk(copy(BASE + PAGE, BASE));
      b.expectErrno('EEXIST', copy(BASE, BASE));
      const iova = BASE + 0x20_0000n;
      b.map({ ioas, address: b.memory(4096), length: PAGE, iova, flags: FIXED_IOVA | READABLE });
      b.expectErrno('EPERM', copy(iova, iova));
    },
  },
  {
    number: null,
    title: 'a memory file can be mapped as far as it reaches',
    needs: 'mock',
    run(b) {
      const { ioas } = mockOnIoas(b);
      const fd = b.memfd(65_536);
      b.expectOk(b.tryMapFile({ ioas, fd, length: 65_536n, iova: BASE }));
      b.expectErrno('EINVAL', b.tryMapFile({ ioas, fd, length: 131_072n, iova: BASE + 0x10_0000n }));
      b.expectErrno('EBADF', b.tryMapFile({ ioas, fd: 9999, length: PAGE, iova: BASE + 0x10_0000n }));
      b.expectErrno('EINVAL', b.tryMapFile({ ioas, fd, length: 0n, iova: BASE + 0x10_0000n }));
    },
  },
];
