/**
 * The PASIDs that one open vfio device file has attached: a bit for each below 2^20, a set for the others.
 * Source: vfio/iommufd.c struct vfio_device.pasids, an IDA (7.3).
 */

import { PASID_LIMIT } from '../../model/pasid.ts';

export interface PasidSet {
  bits: Uint32Array;
  readonly far: Set<number>;
}

export function emptyPasidSet(): PasidSet {
  return { bits: new Uint32Array(1), far: new Set() };
}

export function hasPasid(set: PasidSet, pasid: number): boolean {
  if (pasid >= PASID_LIMIT) return set.far.has(pasid);
  return ((set.bits[pasid >>> 5] ?? 0) & (1 << (pasid & 31))) !== 0;
}

export function addPasid(set: PasidSet, pasid: number): void {
  if (pasid >= PASID_LIMIT) {
    set.far.add(pasid);
    return;
  }
  const word = pasid >>> 5;
  if (word >= set.bits.length) grow(set, word);
  set.bits[word] = (set.bits[word] ?? 0) | (1 << (pasid & 31));
}

export function removePasid(set: PasidSet, pasid: number): void {
  if (pasid >= PASID_LIMIT) set.far.delete(pasid);
  else if (pasid >>> 5 < set.bits.length) set.bits[pasid >>> 5] = (set.bits[pasid >>> 5] ?? 0) & ~(1 << (pasid & 31));
}

/** Ascending. */
export function* pasidsIn(set: PasidSet): Generator<number> {
  for (let word = 0; word < set.bits.length; word++) {
    if (set.bits[word] === 0) continue;
    for (let bit = 0; bit < 32; bit++) {
      if (hasPasid(set, word * 32 + bit)) yield word * 32 + bit;
    }
  }
  yield* [...set.far].sort((a, b) => a - b);
}

function grow(set: PasidSet, word: number): void {
  const bits = new Uint32Array(Math.max(word + 1, set.bits.length * 2));
  bits.set(set.bits);
  set.bits = bits;
}
