/**
 * Context entries: one per function. Scalable mode: 32 bytes, 128 per table, pointing at a PASID directory. Legacy mode:
 * 16 bytes, 256 per table, pointing at a second-stage table.
 *
 * Source: VT-d r5 §9.3, §9.4; drivers/iommu/intel/iommu.h struct context_entry, pasid.h (7.3).
 */

import { bitTable } from './bit-field.ts';
import { flagReader, numberReader, pageReader, reservedReader } from './field-reader.ts';

const S = 'VT-d §9.4';
const L = 'VT-d §9.3';

export const CONTEXT_ENTRY_BYTES = 32;
export const LEGACY_CONTEXT_ENTRY_BYTES = 16;

export const CONTEXT_ENTRY = bitTable('context entry', 4, {
  P: { high: 0, low: 0, meaning: 'present', spec: S },
  FPD: { high: 1, low: 1, meaning: 'faults are not recorded', spec: S },
  DTE: { high: 2, low: 2, meaning: 'device TLB (ATS) allowed', spec: S },
  PASIDE: { high: 3, low: 3, meaning: 'requests with a PASID allowed', spec: S },
  PRE: { high: 4, low: 4, meaning: 'page requests allowed', spec: S },
  PDTS: { high: 11, low: 9, meaning: '2^(PDTS+7) directory entries', spec: S },
  PASIDDIRPTR: { high: 63, low: 12, meaning: 'PASID directory', spec: S },
  RID_PASID: { word: 1, high: 19, low: 0, meaning: 'PASID of requests without PASID', spec: S },
  RID_PRIV: { word: 1, high: 20, low: 20, meaning: 'requests without PASID are privileged', spec: S },
});

export const LEGACY_CONTEXT_ENTRY = bitTable('legacy context entry', 2, {
  P: { high: 0, low: 0, meaning: 'present', spec: L },
  FPD: { high: 1, low: 1, meaning: 'faults are not recorded', spec: L },
  TT: { high: 3, low: 2, meaning: 'translation: 0 second stage, 1 and device TLB, 2 pass-through', spec: L },
  SSPTPTR: { high: 63, low: 12, meaning: 'second-stage table', spec: L },
  AW: { word: 1, high: 2, low: 0, meaning: 'second-stage width: 1 39, 2 48, 3 57', spec: L },
  IGN: { word: 1, high: 6, low: 3, meaning: 'for software', spec: L },
  DID: { word: 1, high: 23, low: 8, meaning: 'domain', spec: L },
});

const F = CONTEXT_ENTRY.fields;

/** Readers for walks; an entry of scalable mode is 8 elements of 32 bits. */
export const contextEntry = {
  present: flagReader(F.P),
  deviceTlb: flagReader(F.DTE),
  pasidsAllowed: flagReader(F.PASIDE),
  pageRequestsAllowed: flagReader(F.PRE),
  directorySizeCode: numberReader(F.PDTS),
  directoryPage: pageReader(F.PASIDDIRPTR),
  ridPasid: numberReader(F.RID_PASID),
  reserved: reservedReader(CONTEXT_ENTRY),
} as const;

/** Entries of a PASID directory: 128 … 16384. */
export function directoryEntries(sizeCode: number): number {
  return 1 << (sizeCode + 7);
}

/** PASIDs that a directory covers: 8192 … 1048576. */
export function directoryPasids(sizeCode: number): number {
  return 1 << (sizeCode + 13);
}
