/**
 * PASID directory entries: 8 bytes, each pointing at a table of 64 PASIDs.
 *
 * Source: VT-d r5 §9.5; drivers/iommu/intel/pasid.h (7.3).
 */

import { PAGE_BYTES } from '../model/page.ts';
import { bitTable } from './bit-field.ts';
import { flagReader, pageReader, reservedReader } from './field-reader.ts';

const D = 'VT-d §9.5';

export const DIRECTORY_ENTRY_BYTES = 8;
export const DIRECTORY_ENTRIES_PER_PAGE: number = PAGE_BYTES / DIRECTORY_ENTRY_BYTES;
/** log2 of the PASIDs per directory entry. */
export const PASIDS_PER_TABLE_LOG2 = 6;
export const PASIDS_PER_TABLE: number = 1 << PASIDS_PER_TABLE_LOG2;

export const DIRECTORY_ENTRY = bitTable('PASID directory entry', 1, {
  P: { high: 0, low: 0, meaning: 'present', spec: D },
  FPD: { high: 1, low: 1, meaning: 'faults are not recorded', spec: D },
  SMPTBLPTR: { high: 63, low: 12, meaning: 'PASID table', spec: D },
});

const F = DIRECTORY_ENTRY.fields;

/** Readers for walks; an entry is 2 elements of 32 bits. */
export const directoryEntry = {
  present: flagReader(F.P),
  tablePage: pageReader(F.SMPTBLPTR),
  reserved: reservedReader(DIRECTORY_ENTRY),
} as const;
