/**
 * What the hardware does with a device's requests. It differs from what iommufd has on record for a device without PASIDs
 * (src/quirks.md Q1), for one whose PASID Enable is 0, and after a failed replace (Q2).
 */

import { enableOf } from '../../linux/scalable-mode.ts';
import type { Bdf } from '../../model/bdf.ts';
import { deviceOf } from '../state/groups.ts';
import { devicesAt, hwptAt } from '../state/pasid-map.ts';
import type { World } from '../state/world.ts';

/** HWPT id; `null` when requests are blocked, the device is not bound, or it is dead and sends none. */
export function hardwareAt(world: World, address: Bdf, pasid: number): number | null {
  if (world.functions.get(address)?.facts.answers === false) return null;
  for (const file of world.files.values()) {
    if (file.kind !== 'vfio' || file.address !== address || file.context === 0) continue;
    const context = world.contexts.get(file.context);
    const device = context === undefined ? null : deviceOf(context, file.device);
    const group = device === null ? undefined : context?.groups.get(device.group);
    if (device === null || group === undefined || group.blocked.has(pasid)) return null;
    const reaches = pasid === 0 || (device.maxPasids !== 0 && sendsPasids(world, address));
    return reaches && devicesAt(group.pasids, pasid) !== 0 ? hwptAt(group.pasids, pasid) : null;
  }
  return null;
}

/**
 * The entry of a PASID is programmed whether or not the function may send PASIDs: the driver looks at the unit only. Source:
 * drivers/iommu/intel/iommu.c intel_iommu_set_dev_pasid (7.3).
 */
function sendsPasids({ functions }: World, address: Bdf): boolean {
  const facts = functions.get(address)?.facts;
  return facts === undefined || enableOf(facts) !== false;
}
