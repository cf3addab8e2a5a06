/** HWPT_INVALIDATE, and what a device tells about itself. Source: iommufd/hw_pagetable.c iommufd_hwpt_invalidate; device.c iommufd_get_hw_info. */

import assert from 'node:assert/strict';
import {
  IOMMU_HW_CAP,
  IOMMU_HW_INFO_FLAG,
  IOMMU_HW_INFO_TYPE,
  IOMMUFD_ENTRY_LIMIT,
} from '../../../src/uapi/iommufd.ts';
import {
  IOMMU_HW_INFO_TYPE_SELFTEST,
  IOMMU_HWPT_INVALIDATE_DATA_SELFTEST,
  iommu_hwpt_invalidate_selftest,
} from '../../../src/uapi/selftest.ts';
import type { ConformanceCase } from './case.ts';
import { mockFixture, mockOnIoas } from './fixture.ts';

const TYPE = IOMMU_HWPT_INVALIDATE_DATA_SELFTEST;
const SEED = 0x1234;
const entry = (iotlb_id: number, flags = 0): Uint8Array => iommu_hwpt_invalidate_selftest.encode({ iotlb_id, flags });

export const INVALIDATE: readonly ConformanceCase[] = [
  {
    number: 56,
    title: 'only nested HWPTs are invalidated, and no entries are a question about the type',
    needs: 'mock',
    run(b) {
      const { s2, n0 } = mockFixture(b);
      b.expectErrno('EINVAL', b.invalidate({ hwpt: s2, type: TYPE, entries: [entry(0)] }).result);
      b.expectErrno('ENOENT', b.invalidate({ hwpt: 0x1234, type: TYPE, entries: [entry(0)] }).result);
      b.expectOk(b.invalidate({ hwpt: n0, type: TYPE, entries: [] }).result);
      b.expectErrno('EINVAL', b.invalidate({ hwpt: n0, type: TYPE + 1, entries: [] }).result);
    },
  },
  {
    number: 57,
    title: 'entries of another length, too many of them, or none where they should be are EINVAL',
    needs: 'mock',
    run(b) {
      const { n0: hwpt } = mockFixture(b);
      const entries = [entry(0)];
      const attempts = [
        { entries: [new Uint8Array(9)] },
        { entries: [new Uint8Array(4097)] },
        { entries, count: IOMMUFD_ENTRY_LIMIT + 1 },
        { entries: [], entryBytes: 8, count: 1 },
      ];
      for (const attempt of attempts) {
        const { result, done } = b.invalidate({ hwpt, type: TYPE, ...attempt });
        b.expectErrno('EINVAL', result);
        assert.equal(done, 0);
      }
    },
  },
  {
    number: 58,
    title: 'entries before a bad one have taken effect, and are counted',
    needs: 'mock',
    run(b) {
      const { n0: hwpt } = mockFixture(b);
      const wrongFlag = b.invalidate({ hwpt, type: TYPE, entries: [entry(0), entry(1, 2)] });
      b.expectErrno('EOPNOTSUPP', wrongFlag.result);
      assert.equal(wrongFlag.done, 1);
      b.checkIotlb(hwpt, 0, 0);
      b.checkIotlb(hwpt, 1, SEED);
      const wrongIndex = b.invalidate({ hwpt, type: TYPE, entries: [entry(1), entry(4)] });
      b.expectErrno('EINVAL', wrongIndex.result);
      assert.equal(wrongIndex.done, 1);
      b.checkIotlb(hwpt, 1, 0);
    },
  },
  {
    number: 75,
    title: 'GET_HW_INFO refuses a foreign type only when asked for it, and tells PASIDs and capabilities',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const foreign = { dev_id: dev.idev, in_data_type: IOMMU_HW_INFO_TYPE.INTEL_VTD };
      b.expectErrno('EOPNOTSUPP', b.hwInfo({ ...foreign, flags: IOMMU_HW_INFO_FLAG.INPUT_TYPE }).result);
      const { result, out } = b.hwInfo(foreign);
      b.expectOk(result);
      assert.equal(out.out_data_type, IOMMU_HW_INFO_TYPE_SELFTEST);
      assert.equal(out.out_capabilities, IOMMU_HW_CAP.DIRTY_TRACKING | IOMMU_HW_CAP.PCI_ATS_NOT_SUPPORTED);
      assert.equal(out.out_max_pasid_log2, 20);
      assert.equal(b.hwInfo({ dev_id: b.mockDomain(ioas, 0).idev }).out.out_max_pasid_log2, 0);
    },
  },
  {
    number: null,
    title: 'GET_HW_INFO of a PCI device without PASIDs on VT-d tells the registers of its unit',
    needs: 'vfio',
    run(b) {
      const { dev } = b.bindVfio();
      const blob = new Uint8Array(32).fill(0xff);
      const { result, out } = b.hwInfo({ dev_id: dev, data_len: 32, data_uptr: b.pointer(blob) });
      b.expectOk(result);
      assert.equal(out.out_data_type, IOMMU_HW_INFO_TYPE.INTEL_VTD);
      assert.equal(out.out_max_pasid_log2, 0);
      assert.equal(out.data_len, 24);
      assert.notEqual(new DataView(blob.buffer).getBigUint64(8, true), 0n);
      assert.deepEqual([...blob.subarray(24)], new Array(8).fill(0));
      b.expectErrno('EFAULT', b.hwInfo({ dev_id: dev, data_len: 24 }).result);
    },
  },
];
