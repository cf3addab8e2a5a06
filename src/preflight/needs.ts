/** What a spec needs of a machine, in numbers. Pure. */

import type { Spec, ViommuSpec } from '../model/spec.ts';

/** Bits that the widest bound PASID of a device takes; 0 when none is bound. */
export function neededPasidBits(spec: Pick<Spec, 'bindings'>, device: string): number {
  return spec.bindings
    .filter((binding) => binding.device === device)
    .reduce((bits, { last }) => Math.max(bits, bitLength(last)), 0);
}

/** Smallest n with `value` < 2^n. */
export function bitLength(value: number): number {
  return 32 - Math.clz32(value);
}

/** HWPTs are made for it on host units: by us always, by QEMU for first-stage translation only. */
export function needsHwpts({ holder, firstStage }: ViommuSpec): boolean {
  return holder === 'agent' || firstStage;
}

/** The host carries its PASIDs; without a first stage QEMU only emulates them. */
export function needsPasids(viommu: ViommuSpec): boolean {
  return viommu.pasidBits > 0 && needsHwpts(viommu);
}

/** Legacy mode can carry guest memory, but neither PASIDs nor first stages. */
export function needsScalableMode(viommu: ViommuSpec): boolean {
  return viommu.firstStage || needsPasids(viommu);
}
