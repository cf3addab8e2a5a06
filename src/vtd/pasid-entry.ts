/**
 * PASID-table entries: 512 bits that say how the requests of one (device, PASID) are translated.
 *
 * Source: VT-d r5 §9.6; drivers/iommu/intel/pasid.h (7.3), whose PASID_ENTRY_PGTT_* are the codes of PGTT.
 */

import { bitTable } from './bit-field.ts';
import { flagReader, numberReader, pageReader, reservedReader } from './field-reader.ts';

const P = 'VT-d §9.6';

export const PASID_ENTRY_WORDS = 8;
/** Elements of 32 bits, the step from one entry to the next for {@link pasidEntry}. */
export const PASID_ENTRY_STEP = 16;

export const PASID_ENTRY = bitTable('PASID table entry', PASID_ENTRY_WORDS, {
  P: { high: 0, low: 0, meaning: 'present', spec: P },
  FPD: { high: 1, low: 1, meaning: 'faults are not recorded', spec: P },
  AW: { high: 4, low: 2, meaning: 'second-stage width: 1 39, 2 48, 3 57', spec: P },
  SSEE: { high: 5, low: 5, meaning: 'second-stage execute permission', spec: P },
  PGTT: { high: 8, low: 6, meaning: 'type: 1 first stage, 2 second stage, 3 nested, 4 pass-through', spec: P },
  SSADE: { high: 9, low: 9, meaning: 'second-stage accessed and dirty flags', spec: P },
  SSPTPTR: { high: 63, low: 12, meaning: 'second-stage table', spec: P },
  DID: { word: 1, high: 15, low: 0, meaning: 'domain', spec: P },
  PWSNP: { word: 1, high: 23, low: 23, meaning: 'page walks snoop', spec: P },
  PGSNP: { word: 1, high: 24, low: 24, meaning: 'pages are snooped', spec: P },
  CD: { word: 1, high: 25, low: 25, meaning: 'caches off', spec: P },
  EMTE: { word: 1, high: 26, low: 26, meaning: 'memory types of the second stage are used', spec: P },
  EMT: { word: 1, high: 29, low: 27, meaning: 'memory type', spec: P },
  PWT: { word: 1, high: 30, low: 30, meaning: 'page-level write-through', spec: P },
  PCD: { word: 1, high: 31, low: 31, meaning: 'page-level cache off', spec: P },
  PAT: { word: 1, high: 63, low: 32, meaning: 'page attribute table', spec: P },
  SRE: { word: 2, high: 0, low: 0, meaning: 'supervisor requests allowed', spec: P },
  ERE: { word: 2, high: 1, low: 1, meaning: 'execute requests allowed', spec: P },
  FSPM: { word: 2, high: 3, low: 2, meaning: 'first-stage levels: 0 4 (48 bits), 1 5 (57 bits)', spec: P },
  WPE: { word: 2, high: 4, low: 4, meaning: 'write protection holds for the supervisor', spec: P },
  NXE: { word: 2, high: 5, low: 5, meaning: 'no-execute flag is used', spec: P },
  SMEP: { word: 2, high: 6, low: 6, meaning: 'the supervisor cannot execute user pages', spec: P },
  EAFE: { word: 2, high: 7, low: 7, meaning: 'extended accessed flag', spec: P },
  FSPTPTR: { word: 2, high: 63, low: 12, meaning: 'first-stage table', spec: P },
});

/** Codes of PGTT. */
export const PGTT = { firstStage: 1, secondStage: 2, nested: 3, passThrough: 4 } as const;

const F = PASID_ENTRY.fields;

/** Readers for walks and caches; an entry is 16 elements of 32 bits. */
export const pasidEntry = {
  present: flagReader(F.P),
  type: numberReader(F.PGTT),
  secondStageWidthCode: numberReader(F.AW),
  secondStagePage: pageReader(F.SSPTPTR),
  domain: numberReader(F.DID),
  supervisor: flagReader(F.SRE),
  firstStageLevelsCode: numberReader(F.FSPM),
  writeProtect: flagReader(F.WPE),
  extendedAccess: flagReader(F.EAFE),
  firstStagePage: pageReader(F.FSPTPTR),
  reserved: reservedReader(PASID_ENTRY),
} as const;

export type PasidEntryType = 'first-stage' | 'second-stage' | 'nested' | 'pass-through' | 'reserved';

const TYPES: readonly PasidEntryType[] = ['reserved', 'first-stage', 'second-stage', 'nested', 'pass-through'];

/** The type of a code of PGTT. */
export function pasidEntryType(code: number): PasidEntryType {
  return TYPES[code] ?? 'reserved';
}

/** Bits of an address that a first stage translates: 48 + 9·FSPM; `null` for a reserved code. */
export function firstStageWidth(levelsCode: number): 48 | 57 | null {
  if (levelsCode === 0) return 48;
  return levelsCode === 1 ? 57 : null;
}

/** Bits of an address that a second stage translates; `null` for a reserved code. */
export function secondStageWidth(widthCode: number): 39 | 48 | 57 | null {
  return ([null, 39, 48, 57] as const)[widthCode] ?? null;
}
