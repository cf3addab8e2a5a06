/**
 * What a QEMU's VT-d unit can be asked for, in this QEMU's own words: names changed, and old ones are refused.
 * Source: `-device intel-iommu,help` of QEMU 7.2, 10.0 and 11.1.
 */

/** Options of `-device intel-iommu`, by the stage of the paging tables that a guest then writes. Plain data. */
export interface VtdOptions {
  /** Scalable mode. */
  readonly secondStage: string;
  /** Scalable mode with PASIDs; `null`: not offered. */
  readonly firstStage: string | null;
}

/** @param help  output of `-device intel-iommu,help` */
export function vtdOptions(help: string): VtdOptions {
  const offered = new Set([...help.matchAll(/^\s*([\w-]+)=/gm)].map(([, name]) => name));
  const called = (...names: readonly string[]): string | undefined => names.find((name) => offered.has(name));
  const secondStage = `${called('scalable-mode') ?? 'x-scalable-mode'}=on`;
  const firstStage = called('fsts', 'x-flts');
  if (firstStage === undefined) return { secondStage, firstStage: null };
  // Before 11.1 there were PASIDs or a device IOTLB, not both.
  const pasids = offered.has('pasid-bits') ? 'pasid-bits=20,device-iotlb=on' : 'x-pasid-mode=on';
  return { secondStage, firstStage: `${secondStage},${firstStage}=on,${pasids}` };
}
