/** A guest's tables, for programs. */

import type { GuestTables } from '../guest/guest-tables.ts';
import type { WalkedEntry, WalkProblem } from '../guest/walk-item.ts';
import { requesterText } from '../model/bdf.ts';
import { pageAddress } from '../model/page.ts';
import type { BitTable } from '../vtd/bit-field.ts';
import { CONTEXT_ENTRY, directoryEntries, LEGACY_CONTEXT_ENTRY } from '../vtd/context-entry.ts';
import { decodePasidEntry } from '../vtd/decode-pasid-entry.ts';
import { explain } from '../vtd/explain.ts';
import { DIRECTORY_ENTRY } from '../vtd/pasid-directory.ts';
import { PASID_ENTRY, secondStageWidth } from '../vtd/pasid-entry.ts';
import { type ReservedBits, reservedBits } from '../vtd/reserved-bits.ts';
import { ROOT_ENTRY } from '../vtd/root-entry.ts';
import { API_VERSION, FORMAT_VERSIONS } from './api-version.ts';
import type { GatheredFunction, GatheredTables } from './guest-model.ts';
import type { Data } from './structured.ts';

export interface GuestDataOptions {
  /** With every field of every entry. */
  readonly raw: boolean;
}

export function guestData(
  { unit, registers, root }: GuestTables,
  { functions, problems }: GatheredTables,
  { raw }: GuestDataOptions,
): Data {
  const isLegacy = root?.mode === 'legacy';
  return {
    apiVersion: API_VERSION,
    kind: 'GuestTables',
    formatVersion: FORMAT_VERSIONS.guest,
    unit,
    translation: registers.isTranslating,
    mode: root?.mode ?? null,
    rootTable: root?.rootTable ?? null,
    cap: registers.cap,
    ecap: registers.ecap,
    functions: functions.map((fn) => (isLegacy ? legacyFunctionData(fn, raw) : functionData(fn, raw))),
    problems: problems.map(problemData),
  };
}

function functionData({ walked, entries }: GatheredFunction, raw: boolean): Data {
  const { root, context } = walked;
  const get = (name: keyof typeof CONTEXT_ENTRY.fields): bigint => CONTEXT_ENTRY.get(context, name);
  return {
    address: requesterText(walked),
    directory: pageAddress(get('PASIDDIRPTR')),
    directoryEntries: directoryEntries(Number(get('PDTS'))),
    pasidsAllowed: get('PASIDE') !== 0n,
    pageRequestsAllowed: get('PRE') !== 0n,
    deviceTlbAllowed: get('DTE') !== 0n,
    ridPasid: Number(get('RID_PASID')),
    reserved: reservedData(reservedBits(CONTEXT_ENTRY, context)),
    ...(raw ? { rootFields: fieldsData(ROOT_ENTRY, root), contextFields: fieldsData(CONTEXT_ENTRY, context) } : {}),
    entries: entries.map((entry) => entryData(entry, raw)),
  };
}

function legacyFunctionData({ walked }: GatheredFunction, raw: boolean): Data {
  const { root, context } = walked;
  const get = (name: keyof typeof LEGACY_CONTEXT_ENTRY.fields): bigint => LEGACY_CONTEXT_ENTRY.get(context, name);
  return {
    address: requesterText(walked),
    domain: Number(get('DID')),
    type: get('TT') === 2n ? 'pass-through' : 'second-stage',
    secondStage: { pageTable: pageAddress(get('SSPTPTR')), addressWidth: secondStageWidth(Number(get('AW'))) },
    reserved: reservedData(reservedBits(LEGACY_CONTEXT_ENTRY, context)),
    ...(raw
      ? { rootFields: fieldsData(ROOT_ENTRY, root), contextFields: fieldsData(LEGACY_CONTEXT_ENTRY, context) }
      : {}),
  };
}

function entryData({ pasid, directory, words }: WalkedEntry, raw: boolean): Data {
  const { domain, type, firstStage, secondStage, reserved } = decodePasidEntry(words);
  return {
    pasid,
    domain,
    type,
    firstStage: firstStage === null ? null : { ...firstStage },
    secondStage: secondStage === null ? null : { ...secondStage },
    reserved: reservedData(reserved),
    ...(raw
      ? { directoryFields: fieldsData(DIRECTORY_ENTRY, [directory]), fields: fieldsData(PASID_ENTRY, words) }
      : {}),
  };
}

function fieldsData(table: BitTable<string>, words: readonly bigint[]): Data {
  return explain(table, words).map(({ field, bits, value, meaning }) => ({ field, bits, value, meaning }));
}

function reservedData(reserved: readonly ReservedBits[]): Data {
  return reserved.map(({ word, bits }) => ({ word, bits }));
}

function problemData({ problem, table, address, bus, devfn, pasid, reserved }: WalkProblem): Data {
  return {
    problem,
    table,
    address,
    bus,
    function: bus === null || devfn === null ? null : requesterText({ bus, devfn }),
    pasid,
    reserved: reservedData(reserved),
  };
}
