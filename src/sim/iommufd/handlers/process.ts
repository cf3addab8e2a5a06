/** IOMMU_IOAS_CHANGE_PROCESS and NOIOMMU_GET_PA. Source: iommufd/ioas.c iommufd_ioas_change_process (7.3). */

import { iommu_ioas_change_process } from '../../../uapi/iommufd.ts';
import { FAIL } from '../../state/fail.ts';
import type { Command } from '../command.ts';

const { offset } = iommu_ioas_change_process;

/**
 * The simulator has one process, so nothing changes. Checks in order: reserved EOPNOTSUPP; mappings of anything but files
 * EINVAL.
 */
export function changeProcess({ context, view }: Command): number {
  if (view.getUint32(offset.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  for (const detail of context.objects.details.values()) {
    if (detail.kind === 'ioas' && detail.space.areas.some(({ backing }) => backing.kind === 'user')) return FAIL.EINVAL;
  }
  return 0;
}

/** A kernel without CONFIG_IOMMUFD_NOIOMMU. */
export function noIommuPhysical(): number {
  return FAIL.EOPNOTSUPP;
}
