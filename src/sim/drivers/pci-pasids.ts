/** Number of PASIDs of a PCI function behind its unit. Source: drivers/iommu/iommu.c dev_iommu_get_max_pasids (7.3). */

import { maxPasids } from '../../linux/group-pasids.ts';
import type { PciFunction } from '../../model/host.ts';
import type { World } from '../state/world.ts';
import { unitOfDevice } from './vtd-tables.ts';

export function maxPasidsOf(world: World, fn: PciFunction): number {
  return maxPasids(fn, unitOfDevice(world, fn)?.pasids ?? 0);
}
