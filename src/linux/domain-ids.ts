/**
 * Domain ids of a VT-d unit: every paging and every nested domain takes one on each unit that it is attached through, however
 * many devices and PASIDs use it. Without a free one an attach gets ENOSPC.
 * Source: drivers/iommu/intel/iommu.c domain_attach_iommu (7.3).
 */

import type { IommuUnit } from '../model/host.ts';
import { decodeCap } from '../vtd/capability.ts';

/** Ids 0 and 1 are reserved, and `domains_used` does not count them. Source: intel/iommu.h FLPT_DEFAULT_DID (7.3). */
export const RESERVED_DOMAIN_IDS = 2;

/** Ids that the unit has in all; infinite for a unit that is not VT-d. */
export function domainIdsOf({ version, cap, domainsSupported }: IommuUnit): number {
  if (domainsSupported !== null) return domainsSupported;
  return version === null ? Number.POSITIVE_INFINITY : decodeCap(cap).domains;
}

/** Ids that are free, when those that /sys counts are in use. */
export function freeDomainIds(unit: IommuUnit): number {
  return Math.max(0, domainIdsOf(unit) - RESERVED_DOMAIN_IDS - (unit.domainsUsed ?? 0));
}
