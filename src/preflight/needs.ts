/** What a spec requires of a machine. Pure. */

import type { ViommuSpec } from '../model/spec.ts';

/** Smallest n with `value` < 2^n. */
export function bitLength(value: number): number {
  return 32 - Math.clz32(value);
}

/** Whether HWPTs are made for the vIOMMU: by pasidctl always, by QEMU only with a first stage. */
export function needsHwpts({ holder, firstStage }: ViommuSpec): boolean {
  return holder === 'agent' || firstStage;
}

/** Whether host units must support the vIOMMU's PASIDs. Without a first stage QEMU only emulates PASIDs. */
export function needsPasids(viommu: ViommuSpec): boolean {
  return viommu.pasidBits > 0 && needsHwpts(viommu);
}

/** Legacy mode supports second-stage tables of guest memory, but neither PASIDs nor first stages. */
export function needsScalableMode(viommu: ViommuSpec): boolean {
  return viommu.firstStage || needsPasids(viommu);
}
