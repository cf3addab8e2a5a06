/**
 * PASIDs: 20-bit process address space ids on the PCIe bus.
 *
 * PASID 0 is never bound: VT-d and iommufd use entry 0 for traffic without a PASID (the RID).
 * Source: linux/iommu.h IOMMU_NO_PASID (7.3); PCIe r6 §10.2.
 */

/** Widest PASID that PCIe defines, in bits. */
export const MAX_PASID_BITS = 20;

/** First PASID that is out of range for every device. */
export const PASID_LIMIT: number = 1 << MAX_PASID_BITS;

/** The kernel's name for "no PASID": the RID. */
export const NO_PASID = 0;

/** PASIDs `first` … `last`, both inclusive. */
export interface PasidRange {
  readonly first: number;
  readonly last: number;
}

/** `PASID 5` or `PASIDs 1-9`. */
export function pasidWords(range: PasidRange): string {
  return `${range.first === range.last ? 'PASID' : 'PASIDs'} ${formatPasids(range)}`;
}

/** `5` or `1-9`, as the spec writes it. */
export function formatPasids({ first, last }: PasidRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
