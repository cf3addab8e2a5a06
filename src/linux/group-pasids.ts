/**
 * A PASID is attached for a whole IOMMU group: its members share one page table there, and each of them that has PASIDs must be able
 * to carry it. A member without PASIDs sends no requests with one, and sets no limit.
 * Source: drivers/iommu/iommu.c iommu_attach_device_pasid, dev_iommu_get_max_pasids, iommufd/device.c iommufd_hw_pagetable_attach (7.3).
 */

import type { PciFunction } from '../model/host.ts';
import { PASID_LIMIT } from '../model/pasid.ts';

/**
 * dev->iommu->max_pasids: 0 without the PASID capability (a VF uses its PF's), or without PASIDs in the unit.
 *
 * @param unitPasids  how many the unit of the function has: 0 without PASIDs, or while scalable mode is off
 */
export function maxPasids({ capabilities }: Pick<PciFunction, 'capabilities'>, unitPasids: number): number {
  if (capabilities === 'unknown' || capabilities.pasid === null) return 0;
  return Math.min(PASID_LIMIT, 2 ** capabilities.pasid.widthBits, unitPasids);
}

/** The first PASID that no member of a group may be attached at, by the members' {@link maxPasids}; 0 when none of them has PASIDs. */
export function groupPasidLimit(limits: readonly number[]): number {
  const counting = limits.filter((limit) => limit !== 0);
  return counting.length === 0 ? 0 : Math.min(PASID_LIMIT, ...counting);
}

/** Whether a PASID is below the limit of its group: EINVAL otherwise, also when the device itself could carry it. */
export function fitsGroup(pasid: number, limit: number): boolean {
  return limit === 0 || pasid < limit;
}

/** Whether a member may be attached to a page table at a PASID where the group has this one, or none (`null`): EINVAL otherwise. */
export function sharesTable<T extends number | string>(held: T | null, wanted: T): boolean {
  return held === null || held === wanted;
}
