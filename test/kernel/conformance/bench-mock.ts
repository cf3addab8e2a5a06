/**
 * Devices of the kernel's iommufd selftest. A PASID still attached when its device goes makes the kernel warn, so whatever is
 * attached here is detached after the case.
 */

import type { Result } from '../../../src/kernel/syscalls.ts';
import type { ErrnoName } from '../../../src/uapi/errno.ts';
import {
  IOMMU_TEST_CMD,
  IOMMU_TEST_OP,
  MOCK_FLAGS_DEVICE,
  test_check_iotlb,
  test_mock_domain,
  test_mock_domain_replace,
  test_pasid_attach,
  test_pasid_check_hwpt,
  test_pasid_detach,
} from '../../../src/uapi/selftest.ts';
import type { BenchCore } from './bench-core.ts';

export interface MockDevice {
  readonly stdev: number;
  /** What the RID was attached to. */
  readonly hwpt: number;
  readonly idev: number;
}

export function mockCalls(core: BenchCore) {
  const { call, callOn, expectOk, expectErrno } = core;

  function tryMockDomain(pt: number, flags: number = MOCK_FLAGS_DEVICE.PASID): MockDevice | Result {
    const { result, out } = call(IOMMU_TEST_CMD, test_mock_domain, {
      op: IOMMU_TEST_OP.MOCK_DOMAIN_FLAGS,
      id: pt,
      dev_flags: flags,
    });
    if (result < 0) return result;
    return { stdev: out.out_stdev_id, hwpt: out.out_hwpt_id, idev: out.out_idev_id };
  }

  function tryMove(op: number, stdev: number, { pasid, pt }: { pasid: number; pt: number }): Result {
    const { result, out } = call(IOMMU_TEST_CMD, test_pasid_attach, { op, id: stdev, pasid, pt_id: pt });
    return result < 0 ? result : out.pt_id;
  }

  function tryAttach(stdev: number, pasid: number, pt: number): Result {
    const fd = core.iommufd();
    const result = tryMove(IOMMU_TEST_OP.PASID_ATTACH, stdev, { pasid, pt });
    // The device may be gone by then, which is ENOENT; an attached one answers 0.
    if (result >= 0) core.later(() => void tryDetachOn(fd, stdev, pasid));
    return result;
  }

  function tryDetachOn(fd: number, stdev: number, pasid: number): Result {
    const values = { op: IOMMU_TEST_OP.PASID_DETACH, id: stdev, pasid };
    return callOn(fd, IOMMU_TEST_CMD, { struct: test_pasid_detach, values }).result;
  }

  function tryReplaceRid(stdev: number, pt: number): Result {
    const values = { op: IOMMU_TEST_OP.MOCK_DOMAIN_REPLACE, id: stdev, pt_id: pt };
    const { result, out } = call(IOMMU_TEST_CMD, test_mock_domain_replace, values);
    return result < 0 ? result : out.pt_id;
  }

  const tryReplace = (stdev: number, pasid: number, pt: number): Result =>
    tryMove(IOMMU_TEST_OP.PASID_REPLACE, stdev, { pasid, pt });
  const tryCheck = (stdev: number, pasid: number, hwpt: number): Result =>
    call(IOMMU_TEST_CMD, test_pasid_check_hwpt, {
      ...{ op: IOMMU_TEST_OP.PASID_CHECK_HWPT, id: stdev, pasid, hwpt_id: hwpt },
    }).result;

  return {
    /** A mock device with its RID attached to an IOAS or HWPT; with PASIDs unless told. */
    mockDomain(pt: number, flags?: number): MockDevice {
      const device = tryMockDomain(pt, flags);
      if (typeof device === 'object') return device;
      throw new Error(`a mock device cannot be made: ${device}`);
    },
    mockDomainFails(errno: ErrnoName, pt: number, flags?: number): void {
      const device = tryMockDomain(pt, flags);
      expectErrno(errno, typeof device === 'object' ? 0 : device);
    },
    /** The HWPT that the RID is on now. */
    replaceRid: (stdev: number, pt: number): number => expectOk(tryReplaceRid(stdev, pt)),
    replaceRidFails: (errno: ErrnoName, stdev: number, pt: number): void =>
      expectErrno(errno, tryReplaceRid(stdev, pt)),
    attachPasid: (stdev: number, pasid: number, pt: number): number => expectOk(tryAttach(stdev, pasid, pt)),
    attachPasidFails(errno: ErrnoName, stdev: number, { pasid, pt }: { pasid: number; pt: number }): void {
      expectErrno(errno, tryAttach(stdev, pasid, pt));
    },
    replacePasid: (stdev: number, pasid: number, pt: number): number => expectOk(tryReplace(stdev, pasid, pt)),
    replacePasidFails(errno: ErrnoName, stdev: number, { pasid, pt }: { pasid: number; pt: number }): void {
      expectErrno(errno, tryReplace(stdev, pasid, pt));
    },
    detachPasid: (stdev: number, pasid: number): void => void expectOk(tryDetachOn(core.iommufd(), stdev, pasid)),
    detachPasidFails: (errno: ErrnoName, stdev: number, pasid: number): void =>
      expectErrno(errno, tryDetachOn(core.iommufd(), stdev, pasid)),
    /** The PASID is on this HWPT; 0: on nothing. */
    checkPasid: (stdev: number, pasid: number, hwpt: number): void => void expectOk(tryCheck(stdev, pasid, hwpt)),
    checkIotlb: (hwpt: number, index: number, iotlb: number): void =>
      void expectOk(
        call(IOMMU_TEST_CMD, test_check_iotlb, { op: IOMMU_TEST_OP.MD_CHECK_IOTLB, id: hwpt, index, iotlb }).result,
      ),
  };
}
