/**
 * A first stage in the mock's format: struct iommu_hwpt_selftest. The mock walks no tables. It fills its fake IOTLB with one 32-bit
 * seed, which IOMMU_TEST_OP_MD_CHECK_IOTLB compares; the seed is made of the page table's address.
 * Source: drivers/iommu/iommufd/iommufd_test.h struct iommu_hwpt_selftest (7.3).
 */

import { pageNumber } from '../model/page.ts';
import { IOMMU_HWPT_DATA_SELFTEST, iommu_hwpt_selftest } from '../uapi/selftest.ts';
import type { FirstStageData } from './hwpt-calls.ts';
import { ioctlArgument } from './ioctl-argument.ts';

export function mockFirstStage(): FirstStageData {
  const { bytes, view, at } = ioctlArgument(iommu_hwpt_selftest, {});
  return {
    dataType: IOMMU_HWPT_DATA_SELFTEST,
    bytes,
    fill: (stage) => view.setUint32(at.iotlb, mockIotlbSeed(stage.pageTable), true),
  };
}

/** The low 32 bits of the page table's page number: tables in the first 16 TiB have different seeds. */
export function mockIotlbSeed(pageTable: bigint): number {
  return Number(BigInt.asUintN(32, pageNumber(pageTable)));
}
