/**
 * Test operations around the mock's VIOMMUs. Source: iommufd/selftest.c iommufd_test_trigger_vevent,
 * iommufd_test_dev_check_cache (7.3).
 */

import { IOMMU_VEVENTQ_TYPE_SELFTEST, test_dev_check_cache, test_trigger_vevent } from '../../../uapi/selftest.ts';
import { FAIL } from '../../state/fail.ts';
import { deviceOf } from '../../state/groups.ts';
import { reportEvent } from '../../state/viommu.ts';
import type { Command } from '../command.ts';

const EVENT = test_trigger_vevent.offset;
const CACHE = test_dev_check_cache.offset;

/**
 * Checks in order: device, RID not attached through a VIOMMU, or without virtual id ENOENT; no queue EOPNOTSUPP. A full queue
 * is no error.
 */
export function triggerEvent({ context, view }: Command): number {
  const device = deviceOf(context, view.getUint32(EVENT.idev, true));
  if (device === null || device.viommu === 0 || device.virtId === 0n) return FAIL.ENOENT;
  return reportEvent(context, { viommu: device.viommu, virtId: device.virtId, type: IOMMU_VEVENTQ_TYPE_SELFTEST });
}

/** EINVAL when a word of the fake device cache has another value. */
export function checkCache({ context, view }: Command): number {
  const device = deviceOf(context, view.getUint32(CACHE.id, true));
  if (device === null) return FAIL.ENOENT;
  const word = device.cache?.[view.getUint32(CACHE.index, true)];
  return word === view.getUint32(CACHE.cache, true) ? 0 : FAIL.EINVAL;
}
