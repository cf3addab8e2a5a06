/**
 * Root entries: 256 of 16 bytes, one per bus, each with two context tables in scalable mode and one in legacy mode.
 *
 * Source: VT-d r5 §9.1, §9.2; drivers/iommu/intel/iommu.h struct root_entry (7.3).
 */

import { bitTable } from './bit-field.ts';
import { flagReader, maskReader, pageReader, type ReadFlag } from './field-reader.ts';

const R = 'VT-d §9.2';

export const ROOT_ENTRY_BYTES = 16;
export const ROOT_ENTRIES = 256;

/** Scalable mode; in legacy mode the upper half is reserved and the lower table serves every devfn. */
export const ROOT_ENTRY = bitTable('root entry', 2, {
  LP: { high: 0, low: 0, meaning: 'lower context table present', spec: R },
  LCTP: { high: 63, low: 12, meaning: 'lower context table, devfn 0x00–0x7f', spec: R },
  UP: { word: 1, high: 0, low: 0, meaning: 'upper context table present', spec: R },
  UCTP: { word: 1, high: 63, low: 12, meaning: 'upper context table, devfn 0x80–0xff', spec: R },
});

const F = ROOT_ENTRY.fields;

/** Readers for walks; an entry is 4 elements of 32 bits. */
export const rootEntry = {
  lowerPresent: flagReader(F.LP),
  lowerPage: pageReader(F.LCTP),
  upperPresent: flagReader(F.UP),
  upperPage: pageReader(F.UCTP),
} as const;

/** Bits of either half that must be 0 in a guest whose addresses have `addressBits` bits. */
export function rootReservedMask(addressBits: number): bigint {
  return ROOT_ENTRY.reserved(0) | (~((1n << BigInt(addressBits)) - 1n) & 0xffff_ffff_ffff_ffffn);
}

/** Any of those bits is set, in either half. */
export function rootReservedReader(addressBits: number): ReadFlag {
  const mask = rootReservedMask(addressBits);
  return maskReader([mask, mask]);
}
