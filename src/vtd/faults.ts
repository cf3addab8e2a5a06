/**
 * Reasons why a unit refuses a request, as its fault records number them.
 *
 * Source: VT-d r5 §7.1.3 tables; drivers/iommu/intel/dmar.c dma_remap_sm_fault_reasons (7.3).
 */

import { hex } from '../text/hex.ts';

export const FAULT = {
  rootNotPresent: 0x1,
  contextNotPresent: 0x2,
  contextInvalid: 0x3,
  rootUnreadable: 0x8,
  contextUnreadable: 0x9,
  rootReserved: 0xa,
  contextReserved: 0xb,
  translationMode: 0x31,
  pasidsNotAllowed: 0x45,
  pasidTooLarge: 0x46,
  pageRequestsNotAllowed: 0x47,
  ridPasidInvalid: 0x48,
  directoryUnreadable: 0x50,
  directoryNotPresent: 0x51,
  directoryReserved: 0x52,
  pasidEntryUnreadable: 0x58,
  pasidEntryNotPresent: 0x59,
  pasidEntryReserved: 0x5a,
  pasidEntryInvalid: 0x5b,
  executeNotAllowed: 0x5c,
  supervisorNotAllowed: 0x5d,
  firstStageUnreadable: 0x70,
  firstStageNotPresent: 0x71,
  firstStageReserved: 0x72,
  firstStageRootUnreadable: 0x73,
  notCanonical: 0x80,
  interruptRange: 0x87,
  accessedUpdate: 0x91,
} as const;

export type FaultName = keyof typeof FAULT;

const MEANINGS: Readonly<Record<FaultName, string>> = {
  rootNotPresent: 'the root entry is not present',
  contextNotPresent: 'the context entry is not present',
  contextInvalid: 'the context entry is invalid',
  rootUnreadable: 'the root table cannot be read',
  contextUnreadable: 'the context table cannot be read',
  rootReserved: 'the root entry has reserved bits',
  contextReserved: 'the context entry has reserved bits',
  translationMode: 'the root table is of another translation mode',
  pasidsNotAllowed: 'the context entry does not allow PASIDs',
  pasidTooLarge: 'the PASID is beyond the directory',
  pageRequestsNotAllowed: 'the context entry does not allow page requests',
  ridPasidInvalid: 'RID_PASID is beyond the directory',
  directoryUnreadable: 'the PASID directory cannot be read',
  directoryNotPresent: 'the PASID directory entry is not present',
  directoryReserved: 'the PASID directory entry has reserved bits',
  pasidEntryUnreadable: 'the PASID table cannot be read',
  pasidEntryNotPresent: 'the PASID entry is not present',
  pasidEntryReserved: 'the PASID entry has reserved bits',
  pasidEntryInvalid: 'the PASID entry is of a type or width that the unit does not have',
  executeNotAllowed: 'execute requests are not allowed',
  supervisorNotAllowed: 'supervisor requests are not allowed',
  firstStageUnreadable: 'a first-stage table cannot be read',
  firstStageNotPresent: 'a first-stage entry is not present',
  firstStageReserved: 'a first-stage entry has reserved bits',
  firstStageRootUnreadable: 'the first-stage root table cannot be read',
  notCanonical: 'the address is not canonical',
  interruptRange: 'the address is of the interrupt range',
  accessedUpdate: 'the accessed or dirty flag could not be set',
};

// Object.keys widens the names to string.
const NAMES = new Map((Object.keys(FAULT) as FaultName[]).map((name) => [FAULT[name] as number, name]));

/** The meaning of a fault number, also when the number is unknown. */
export function faultText(reason: number): string {
  const name = NAMES.get(reason);
  return name === undefined ? `fault ${hex(reason)}` : MEANINGS[name];
}
