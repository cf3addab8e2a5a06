/** Whose IOMMU a unit is: /sys/class/iommu/<name>. */

import type { IommuUnit } from '../model/host.ts';

/** `vtd` Intel, `amd`, `arm` SMMUv3, `other`: virtio-iommu and the rest. */
export type IommuKind = 'vtd' | 'amd' | 'arm' | 'other';

/**
 * The names are given by the drivers: drivers/iommu/intel/dmar.c `dmar%d`, amd/init.c `ivhd%d`, arm/arm-smmu-v3 `smmu3.%pa` (7.3).
 */
export function kindOf({ name, version }: Pick<IommuUnit, 'name' | 'version'>): IommuKind {
  if (version !== null) return 'vtd';
  if (name.startsWith('ivhd')) return 'amd';
  return name.startsWith('smmu3') ? 'arm' : 'other';
}
