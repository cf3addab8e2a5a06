/** Reports of problems in guest tables. */

import { directoryEntry } from '../../vtd/pasid-directory.ts';
import { REFUSALS, type RefusalName } from '../wish/judge.ts';
import type { Survey } from './survey-scope.ts';

export function reportHole({ engine, state }: Survey, number: number): void {
  const { name } = state.device;
  const message = `the table of PASIDs ${number * 64} to ${number * 64 + 63} of ${name} lies outside guest memory`;
  engine.report({ code: 'GUEST_TABLE_HOLE', device: name, pasid: null, message });
}

/** Bits 11:2 of a directory entry. QEMU 11.1 ignores them; hardware faults with 0x52 (VT-d r5 §7.1.3). */
export function reportReservedDirectory({ engine, state }: Survey, words: Uint32Array, at: number): void {
  if (!directoryEntry.reserved(words, at)) return;
  const { name } = state.device;
  const message = `a PASID directory entry of ${name} has reserved bits set`;
  engine.report({ code: 'GUEST_RESERVED_BITS', device: name, pasid: null, message });
}

export function reportReservedEntry(survey: Survey, pasid: number): void {
  report(survey, pasid, { code: 'GUEST_RESERVED_BITS', text: 'has reserved bits set' });
}

export function reportBeyondWidth(survey: Survey, pasid: number): void {
  const text = `is beyond the ${survey.engine.options.pasidBits}-bit PASIDs of the vIOMMU`;
  report(survey, pasid, { code: 'VIOMMU_PASID_TOO_WIDE', text });
}

export function reportStale(survey: Survey, pasid: number): void {
  const text = 'differs from what is bound, and was invalidated by the id of another domain';
  report(survey, pasid, { code: 'VIOMMU_STALE_ENTRY', text });
}

export function reportRefusal(survey: Survey, pasid: number, refusal: RefusalName): void {
  report(survey, pasid, REFUSALS[refusal]);
}

export function reportLeafLimit({ engine, state }: Survey, number: number): void {
  const { name } = state.device;
  const message = `PASIDs ${number * 64} to ${number * 64 + 63} of ${name} are skipped: the limit of tables is reached`;
  engine.report({ code: 'VIOMMU_ENTRY_LIMIT', device: name, pasid: null, message });
}

type Code = Parameters<Survey['engine']['report']>[0]['code'];

function report({ engine, state }: Survey, pasid: number, { code, text }: { code: Code; text: string }): void {
  const { name } = state.device;
  engine.report({ code, device: name, pasid, message: `the entry of PASID ${pasid} of ${name} ${text}` });
}
