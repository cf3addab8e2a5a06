/**
 * Reserved regions of an IOMMU group: which of them refuse an owner, and which an IOAS may not map.
 * Source: drivers/iommu/iommu.c __iommu_device_set_domain (require_direct), iommufd/io_pagetable.c
 * iopt_table_enforce_dev_resv_regions (7.3).
 */

import type { Host, IommuGroup, IommuUnit, ReservedRegion } from '../model/host.ts';

/** VT-d reserves it for every device, and takes writes there for interrupts. Source: intel_iommu_get_resv_regions (7.3). */
export const VTD_MSI_WINDOW: ReservedRegion = { first: 0xfee0_0000n, last: 0xfeef_ffffn, type: 'msi' };

/** The group of this number; `null` when it was not read. */
export function groupOf({ groups }: Pick<Host, 'groups'>, number: number | null): IommuGroup | null {
  return number === null ? null : (groups.find((group) => group.number === number) ?? null);
}

/**
 * Regions that the firmware wants mapped 1:1 at all times (RMRR, IVMD, IORT RMR). The kernel puts no owner over them, since that
 * would block them: EINVAL at the bind of every member. `direct-relaxable` regions do not refuse.
 */
export function refusingRegions({ regions }: Pick<IommuGroup, 'regions'>): readonly ReservedRegion[] {
  return (regions ?? []).filter(({ type }) => type === 'direct');
}

/**
 * Ranges that an IOAS may not map once a RID of the group is attached: EADDRINUSE at the attach for what is mapped, EINVAL for
 * what is mapped later. A PASID-only attach reserves nothing. Regions that were not read are those that every device has;
 * a list without any was not read either.
 *
 * @param unit  of the device; `null` when there is none, as for mock devices
 */
export function unmappableRegions(
  group: Pick<IommuGroup, 'regions'> | null,
  unit: Pick<IommuUnit, 'version'> | null,
): readonly ReservedRegion[] {
  const regions = group?.regions ?? null;
  if (regions === null || regions.length === 0) return (unit?.version ?? null) === null ? [] : [VTD_MSI_WINDOW];
  return regions.filter(({ type }) => type !== 'direct-relaxable');
}
