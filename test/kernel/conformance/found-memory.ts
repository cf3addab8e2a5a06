/** What random sequences found about memory: mapping, copying, looking at it, dirty marks. */

import assert from 'node:assert/strict';
import {
  IOMMU_IOAS_MAP_FLAG,
  IOMMUFD_REQUEST,
  iommu_hwpt_get_dirty_bitmap,
  iommu_hwpt_set_dirty_tracking,
  iommu_ioas_map,
} from '../../../src/uapi/iommufd.ts';
import {
  IOMMU_HWPT_DATA_SELFTEST,
  IOMMU_TEST_CMD,
  IOMMU_TEST_OP,
  iommu_hwpt_selftest,
  MOCK,
  test_add_reserved,
  test_check_map,
  test_dirty,
} from '../../../src/uapi/selftest.ts';
import type { ConformanceCase } from './case.ts';
import { DIRTY_TRACKING, mockOnIoas } from './fixture.ts';

const { FIXED_IOVA, WRITEABLE, READABLE } = IOMMU_IOAS_MAP_FLAG;
const { IOMMU_HWPT_SET_DIRTY_TRACKING, IOMMU_HWPT_GET_DIRTY_BITMAP, IOMMU_IOAS_MAP } = IOMMUFD_REQUEST;
const PAGE = 4096n;
const LAST = 2n ** 64n - 1n;
const BASE = MOCK.APERTURE_START;

export const FOUND_MEMORY: readonly ConformanceCase[] = [
  {
    number: null,
    title: 'an IOVA chosen by the kernel keeps the memory’s place in its page, and never is a higher one than it must',
    needs: 'iommufd',
    run(b) {
      const ioas = b.ioasAlloc();
      const address = b.memory(16_384);
      const map = (offset: bigint, length: bigint): bigint => {
        const { result, out } = b.call(IOMMU_IOAS_MAP, iommu_ioas_map, {
          ...{ flags: WRITEABLE | READABLE, ioas_id: ioas, user_va: address + offset, length },
        });
        b.expectOk(result);
        return out.iova;
      };
      assert.equal(map(0x800n, PAGE), 0x1800n);
      assert.equal(map(PAGE, PAGE), 0x3000n);
      assert.equal(map(PAGE + 0x400n, 0x400n), 0x1400n);
    },
  },
  {
    number: null,
    title: 'allowed ranges that touch are one for an IOVA chosen by the kernel',
    needs: 'iommufd',
    run(b) {
      const ioas = b.ioasAlloc();
      b.allow(ioas, [
        { start: 0x4000n, last: 0x4fffn },
        { start: 0x5000n, last: 0x5fffn },
      ]);
      const { result, out } = b.call(IOMMU_IOAS_MAP, iommu_ioas_map, {
        ...{ flags: READABLE, ioas_id: ioas, user_va: b.memory(8192) + PAGE, length: PAGE + 1n },
      });
      b.expectOk(result);
      assert.equal(out.iova, 0x4000n);
    },
  },
  {
    number: null,
    title: 'MAP_FILE looks at length and offset before the fd, MAP and COPY at their largest numbers first',
    needs: 'iommufd',
    run(b) {
      const ioas = b.ioasAlloc();
      b.expectErrno('EINVAL', b.tryMapFile({ ioas, fd: -1, length: 0n, iova: BASE }));
      b.expectErrno('EBADF', b.tryMapFile({ ioas, fd: -1, length: PAGE, iova: BASE }));
      b.mapFails('EINVAL', { ioas, address: 0n, length: LAST - PAGE + 1n, iova: BASE });
      const copy = { from: ioas, to: ioas, at: LAST, iova: BASE, length: PAGE, flags: FIXED_IOVA };
      b.expectErrno('EOVERFLOW', b.tryCopy(copy));
    },
  },
  {
    number: null,
    title: 'memory that was registered as writable must be so for a read-only copy too',
    needs: 'mock',
    run(b) {
      const { ioas } = mockOnIoas(b);
      const from = b.ioasAlloc();
      b.map({ ioas: from, address: b.memory(4096, { protection: 'read' }), length: PAGE, iova: BASE });
      const flags = FIXED_IOVA | READABLE;
      b.expectErrno('EFAULT', b.tryCopy({ from, to: ioas, at: BASE, iova: BASE, length: PAGE, flags }));
    },
  },
  {
    number: null,
    title: 'ADD_RESERVED looks at its range before the IOAS',
    needs: 'mock',
    run(b) {
      const reserve = (start: bigint, length: bigint): number =>
        b.call(IOMMU_TEST_CMD, test_add_reserved, { op: IOMMU_TEST_OP.ADD_RESERVED, id: 7, start, length }).result;
      b.expectErrno('EINVAL', reserve(0n, 0n));
      b.expectErrno('EOVERFLOW', reserve(PAGE, LAST));
      b.expectErrno('ENOENT', reserve(0n, PAGE));
    },
  },
  {
    number: null,
    title: 'memory behind the end of a mapped file is no memory',
    needs: 'mock',
    run(b) {
      const { ioas } = mockOnIoas(b);
      const address = b.memory(8192, { sharing: 'shared', fd: b.memfd(4096) });
      b.map({ ioas, address, length: PAGE, iova: BASE });
      b.mapFails('EFAULT', { ioas, address: address + PAGE, length: PAGE, iova: BASE + PAGE });
    },
  },
  {
    number: null,
    title: 'the mock’s large page table reaches 38 bits, in pages of 4 KiB',
    needs: 'mock',
    run(b) {
      const { dev } = mockOnIoas(b);
      const other = b.ioasAlloc();
      const bytes = iommu_hwpt_selftest.encode({ pagetable_type: 1 });
      b.hwptAlloc({ dev: dev.idev, pt: other, data: { type: IOMMU_HWPT_DATA_SELFTEST, bytes } });
      const { ranges, alignment } = b.iovaRanges(other, 1);
      assert.deepEqual([ranges, alignment], [[{ start: 0n, last: 2n ** 38n - 1n }], PAGE]);
    },
  },
  {
    number: null,
    title: 'MD_CHECK_MAP compares memory, wherever it is mapped, and wants to see it first',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const fd = b.memfd(8192);
      const memory = (): bigint => b.memory(8192, { sharing: 'shared', fd });
      b.map({ ioas, address: memory(), length: 2n * PAGE, iova: BASE });
      const check = (uptr: bigint, iova: bigint, length = PAGE): number =>
        b.call(IOMMU_TEST_CMD, test_check_map, {
          ...{ op: IOMMU_TEST_OP.MD_CHECK_MAP, id: dev.hwpt, iova, length, uptr },
        }).result;
      const elsewhere = memory();
      b.expectOk(check(elsewhere, BASE, 2n * PAGE));
      b.expectErrno('EINVAL', check(elsewhere + PAGE, BASE));
      b.expectErrno('EINVAL', check(elsewhere + 1n, BASE));
      b.expectErrno('EFAULT', check(0n, BASE + 16n * PAGE));
    },
  },
  {
    number: null,
    title: 'dirty marks stop at a hole, go with their mapping, and are lost to a bitmap that cannot be written',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const hwpt = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: DIRTY_TRACKING });
      const address = b.memory(4096);
      const map = (page: bigint): void => b.map({ ioas, address, length: PAGE, iova: BASE + page * PAGE });
      const set = { flags: 1, hwpt_id: hwpt };
      for (const page of [0n, 1n, 3n]) map(page);
      b.expectOk(b.call(IOMMU_HWPT_SET_DIRTY_TRACKING, iommu_hwpt_set_dirty_tracking, set).result);
      const window = { iova: BASE, length: 4n * PAGE, page_size: PAGE };
      const mark = (bits: number): bigint => {
        const uptr = b.pointer(Uint8Array.of(bits));
        const values = { op: IOMMU_TEST_OP.DIRTY, id: hwpt, ...window, uptr };
        const { result, out } = b.call(IOMMU_TEST_CMD, test_dirty, values);
        b.expectOk(result);
        return out.out_nr_dirty;
      };
      const take = (values: { data?: bigint; page_size?: bigint } = {}): number => {
        const bitmap = new Uint8Array(8);
        b.expectOk(
          b.call(IOMMU_HWPT_GET_DIRTY_BITMAP, iommu_hwpt_get_dirty_bitmap, {
            ...{ hwpt_id: hwpt, ...window, data: b.pointer(bitmap), ...values },
          }).result,
        );
        return bitmap[0] ?? 0;
      };
      assert.equal(mark(0b1111), 4n);
      assert.equal(take(), 0b0011);
      assert.equal(take(), 0);
      mark(0b0011);
      b.unmap(ioas, BASE, PAGE);
      map(0n);
      assert.equal(take(), 0b0010);
      mark(0b0011);
      assert.equal(take({ data: 0n }), 0);
      assert.equal(take(), 0);
      mark(0b0010);
      assert.equal(take({ page_size: 2048n }), 0b1100);
    },
  },
];
