/** Problems of tables, in one wording. */

import { directoryEntry } from '../../vtd/pasid-directory.ts';
import { REFUSALS, type RefusalName } from '../wish/judge.ts';
import type { Survey } from './survey-scope.ts';

export function reportHole({ engine, state }: Survey, number: number): void {
  const { name } = state.device;
  const message = `the table of PASIDs ${number * 64} to ${number * 64 + 63} of ${name} is where no memory is`;
  engine.report({ code: 'GUEST_TABLE_HOLE', device: name, pasid: null, message });
}

/** Bits 11:2 of a directory entry. QEMU ignores them, hardware faults (0x52). */
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
  const text = 'was invalidated under another domain, and is not what is bound';
  report(survey, pasid, { code: 'VIOMMU_STALE_ENTRY', text });
}

export function reportRefusal(survey: Survey, pasid: number, refusal: RefusalName): void {
  report(survey, pasid, REFUSALS[refusal]);
}

export function reportLeafLimit({ engine, state }: Survey, number: number): void {
  const { name } = state.device;
  const message = `PASIDs ${number * 64} to ${number * 64 + 63} of ${name} are not looked at: there are too many tables`;
  engine.report({ code: 'VIOMMU_ENTRY_LIMIT', device: name, pasid: null, message });
}

type Code = Parameters<Survey['engine']['report']>[0]['code'];

function report({ engine, state }: Survey, pasid: number, { code, text }: { code: Code; text: string }): void {
  const { name } = state.device;
  engine.report({ code, device: name, pasid, message: `the entry of PASID ${pasid} of ${name} ${text}` });
}
