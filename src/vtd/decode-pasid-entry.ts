/** A PASID-table entry decoded for output; hot paths read fields with `pasidEntry` instead. */

import { pageAddress } from '../model/page.ts';
import { firstStageWidth, PASID_ENTRY, type PasidEntryType, pasidEntryType, secondStageWidth } from './pasid-entry.ts';
import { type ReservedBits, reservedBits } from './reserved-bits.ts';

/** First-stage flags of iommufd (struct iommu_hwpt_vtd_s1), by VT-d's names. */
export type FirstStageFlag = 'SRE' | 'WPE' | 'EAFE';

const FIRST_STAGE_FLAGS: readonly FirstStageFlag[] = ['SRE', 'WPE', 'EAFE'];

/** The fields that the entry's type uses; `null` where it does not use them. */
export interface PasidEntry {
  readonly present: boolean;
  readonly type: PasidEntryType;
  readonly domain: number;
  /** For `first-stage` and `nested`. */
  readonly firstStage: FirstStage | null;
  /** For `second-stage` and `nested`. */
  readonly secondStage: SecondStage | null;
  readonly reserved: readonly ReservedBits[];
}

export interface FirstStage {
  readonly pageTable: bigint;
  /** `null`: a reserved code of the number of levels. */
  readonly addressWidth: 48 | 57 | null;
  readonly flags: readonly FirstStageFlag[];
}

export interface SecondStage {
  readonly pageTable: bigint;
  readonly addressWidth: 39 | 48 | 57 | null;
}

/** @param words  the entry's 8 words */
export function decodePasidEntry(words: readonly bigint[]): PasidEntry {
  const fields = PASID_ENTRY.decode(words);
  const type = pasidEntryType(Number(fields.PGTT));
  return {
    present: fields.P !== 0n,
    type,
    domain: Number(fields.DID),
    firstStage: type === 'first-stage' || type === 'nested' ? firstStageOf(words) : null,
    secondStage: type === 'second-stage' || type === 'nested' ? secondStageOf(words) : null,
    reserved: reservedBits(PASID_ENTRY, words),
  };
}

function firstStageOf(words: readonly bigint[]): FirstStage {
  return {
    pageTable: pageAddress(PASID_ENTRY.get(words, 'FSPTPTR')),
    addressWidth: firstStageWidth(Number(PASID_ENTRY.get(words, 'FSPM'))),
    flags: FIRST_STAGE_FLAGS.filter((flag) => PASID_ENTRY.has(words, flag)),
  };
}

function secondStageOf(words: readonly bigint[]): SecondStage {
  return {
    pageTable: pageAddress(PASID_ENTRY.get(words, 'SSPTPTR')),
    addressWidth: secondStageWidth(Number(PASID_ENTRY.get(words, 'AW'))),
  };
}
