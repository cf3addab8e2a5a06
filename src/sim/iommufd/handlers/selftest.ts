/** IOMMU_TEST_CMD: which operation, or EOPNOTSUPP. Source: iommufd/selftest.c iommufd_test (7.3). */

import { IOMMU_TEST_OP, test_pasid_attach } from '../../../uapi/selftest.ts';
import { FAIL } from '../../state/fail.ts';
import type { Command, Handler } from '../command.ts';
import { addReserved, checkIotlb, checkMap, triggerFault } from './selftest-checks.ts';
import { mockDomain, mockDomainReplace } from './selftest-devices.ts';
import { markDirty } from './selftest-dirty.ts';
import { pasidAttach, pasidCheckHwpt, pasidDetach, pasidReplace } from './selftest-pasids.ts';
import { checkCache, triggerEvent } from './selftest-viommu.ts';

const OPERATIONS: ReadonlyMap<number, Handler> = new Map([
  [IOMMU_TEST_OP.ADD_RESERVED, addReserved],
  [IOMMU_TEST_OP.MOCK_DOMAIN, mockDomain],
  [IOMMU_TEST_OP.MOCK_DOMAIN_FLAGS, mockDomain],
  [IOMMU_TEST_OP.MOCK_DOMAIN_REPLACE, mockDomainReplace],
  [IOMMU_TEST_OP.MD_CHECK_MAP, checkMap],
  [IOMMU_TEST_OP.MD_CHECK_IOTLB, checkIotlb],
  [IOMMU_TEST_OP.DIRTY, markDirty],
  [IOMMU_TEST_OP.TRIGGER_IOPF, triggerFault],
  [IOMMU_TEST_OP.TRIGGER_VEVENT, triggerEvent],
  [IOMMU_TEST_OP.DEV_CHECK_CACHE, checkCache],
  [IOMMU_TEST_OP.PASID_ATTACH, pasidAttach],
  [IOMMU_TEST_OP.PASID_REPLACE, pasidReplace],
  [IOMMU_TEST_OP.PASID_DETACH, pasidDetach],
  [IOMMU_TEST_OP.PASID_CHECK_HWPT, pasidCheckHwpt],
]);

const OP_AT = test_pasid_attach.offset.op;

export function testCommand(command: Command): number {
  const operation = OPERATIONS.get(command.view.getUint32(OP_AT, true));
  return operation === undefined ? FAIL.EOPNOTSUPP : operation(command);
}
