/**
 * Rules of attachment that hold for every IOMMU driver. Each returns 0, or the errno of the kernel function that it names.
 * Source: iommufd/device.c, drivers/iommu/iommu.c (7.3).
 */

import { isAmd } from '../../linux/amd-iommu.ts';
import { fitsGroup } from '../../linux/group-pasids.ts';
import { FAIL } from '../state/fail.ts';
import { findHwpt, type Hwpt } from '../state/hwpt.ts';
import type { Device, Group } from '../state/objects.ts';
import { hwptAt } from '../state/pasid-map.ts';
import type { Context, World } from '../state/world.ts';

/** An attachment that is being made. */
export interface Attachment {
  readonly world: World;
  readonly context: Context;
  readonly group: Group;
  readonly device: Device;
  /** 0 is the RID. */
  readonly pasid: number;
  readonly hwpt: Hwpt;
}

/** A VF cannot receive the page requests that its PF's PRI reports. Source: iommufd_hwpt_attach_device. */
export function checkFaultOnVf({ world, device, hwpt }: Attachment): number {
  if (hwpt.fault === 0 || device.address === null) return 0;
  const facts = world.functions.get(device.address)?.facts;
  if (facts === undefined || facts.physicalFunction === null || facts.capabilities === 'unknown') return 0;
  return facts.capabilities.pri === null ? 0 : FAIL.EINVAL;
}

/** A PASID needs the PASID flag on its HWPT and on the RID's: src/quirks.md Q4. Source: iommufd_hwpt_pasid_compat. */
export function checkPasidCompatible({ context, group, pasid, hwpt }: Attachment): number {
  if (pasid === 0) return group.pasids.count > 0 && !hwpt.pasidCompatible ? FAIL.EINVAL : 0;
  if (!hwpt.pasidCompatible) return FAIL.EINVAL;
  const rid = findHwpt(context, hwptAt(group.pasids, 0));
  return rid === null || rid.pasidCompatible ? 0 : FAIL.EINVAL;
}

/**
 * The IOMMU driver must attach PASIDs (AMD does not, for page tables of iommufd), the HWPT must belong to it, no device of the group
 * may be in reset, and the PASID must be in the range of every member.
 * Source: iommu_attach_group, iommu_attach_device_pasid, pci_dev_reset_iommu_prepare.
 */
export function checkCore({ world, context, group, device, pasid, hwpt }: Attachment): number {
  if (pasid !== 0 && isOnAmd(world, device)) return FAIL.EOPNOTSUPP;
  if (hwpt.paging.driver !== device.driver) return FAIL.EINVAL;
  if (device.driver === 'vtd' && group.devices.some((id) => isInReset(world, context, id))) return FAIL.EBUSY;
  return pasid === 0 || fitsGroup(pasid, group.pasidLimit) ? 0 : FAIL.EINVAL;
}

/** amd_iommu_paging_ops have no set_dev_pasid. Source: drivers/iommu/amd/iommu.c, iommu.c iommu_attach_device_pasid. */
function isOnAmd({ units }: World, { unit: name }: Device): boolean {
  const unit = units.find((one) => one.name === name);
  return unit !== undefined && isAmd(unit);
}

function isInReset({ functions }: World, { objects }: Context, device: number): boolean {
  const detail = objects.details.get(device);
  if (detail?.kind !== 'device' || detail.address === null) return false;
  return functions.get(detail.address)?.resetting ?? false;
}
