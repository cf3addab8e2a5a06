/** Number of PASIDs of a PCI function behind its unit. Source: drivers/iommu/iommu.c dev_iommu_get_max_pasids (7.3). */

import type { PciFunction } from '../../model/host.ts';
import { PASID_LIMIT } from '../../model/pasid.ts';
import type { World } from '../state/world.ts';
import { unitOfDevice } from './vtd-tables.ts';

/** dev->iommu->max_pasids: 0 without the PASID capability (a VF uses its PF's), or without PASIDs in the unit. */
export function maxPasidsOf(world: World, { capabilities, unit }: PciFunction): number {
  if (capabilities === 'unknown' || capabilities.pasid === null) return 0;
  return Math.min(PASID_LIMIT, 2 ** capabilities.pasid.widthBits, unitOfDevice(world, { unit })?.pasids ?? 0);
}
