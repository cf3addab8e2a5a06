/** AMD-Vi: its units are named `ivhd<n>`. Source: drivers/iommu/amd/init.c iommu_init_pci (7.3). */

import type { IommuUnit } from '../model/host.ts';

export function isAmd({ name, version }: Pick<IommuUnit, 'name' | 'version'>): boolean {
  return version === null && name.startsWith('ivhd');
}
