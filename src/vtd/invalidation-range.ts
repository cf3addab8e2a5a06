/** What an IOTLB descriptor covers, as iommufd wants to be told (struct iommu_hwpt_vtd_s1_invalidate). */

import type { IotlbDescriptor, PasidIotlbDescriptor } from './descriptor.ts';

/** `address` 0 and all ones in `pages` stand for everything. */
export interface InvalidationRange {
  readonly address: bigint;
  readonly pages: bigint;
  readonly leaf: boolean;
}

export const WHOLE_RANGE: InvalidationRange = { address: 0n, pages: 0xffff_ffff_ffff_ffffn, leaf: false };

/** Pages of the descriptor: 2^mask of them, naturally aligned as hardware takes them; all but `page` cover everything. */
export function invalidationRange(descriptor: IotlbDescriptor | PasidIotlbDescriptor): InvalidationRange {
  const { granularity, address, addressMask, leaf } = descriptor;
  if (granularity !== 'page') return WHOLE_RANGE;
  const pages = 1n << BigInt(addressMask);
  return { address: address & ~(pages * 4096n - 1n), pages, leaf };
}
