/** Whether the registers of a VT-d unit are known, of which every answer about the unit is made. */

import type { IommuUnit } from '../model/host.ts';

const ONES = (1n << 64n) - 1n;

/**
 * Registers of this VT-d unit that were not read: their file is absent or no number, which counts as 0, or reads as ones, as a unit
 * without power does. No unit has 0: CAP has a table depth (SAGAW) and ECAP the place of the IOTLB registers (IRO) in it (VT-d r5
 * §11.4.2, §11.4.3). Source: drivers/iommu/intel/dmar.c alloc_iommu, map_iommu, which refuse both values (7.3).
 */
export function unreadRegisters({ version, cap, ecap }: Registers): readonly ('cap' | 'ecap')[] {
  if (version === null) return [];
  return (['cap', 'ecap'] as const).filter((name) => {
    const value = name === 'cap' ? cap : ecap;
    return value === 0n || value === ONES;
  });
}

export type Registers = Pick<IommuUnit, 'version' | 'cap' | 'ecap'>;

/** A VT-d unit whose registers are known. */
export function isReadVtd(unit: Registers): boolean {
  return unit.version !== null && unreadRegisters(unit).length === 0;
}
