/** A guest's tables for people: where they are, and one row per present PASID entry. */

import type { GuestTables } from '../guest/guest-tables.ts';
import { requesterText } from '../model/bdf.ts';
import { pageAddress } from '../model/page.ts';
import { count } from '../text/amounts.ts';
import { hex } from '../text/hex.ts';
import { LEGACY_CONTEXT_ENTRY } from '../vtd/context-entry.ts';
import { decodePasidEntry, type FirstStage, type SecondStage } from '../vtd/decode-pasid-entry.ts';
import { secondStageWidth } from '../vtd/pasid-entry.ts';
import type { Colors } from './colors.ts';
import type { GatheredFunction, GatheredTables } from './guest-model.ts';
import { tableText } from './table.ts';

export interface GuestTextOptions {
  readonly colors: Colors;
}

/** Most rows that are printed: the layout of long tables is slow. */
const MOST_ROWS = 1000;

const HEAD = ['function', 'PASID', 'domain', 'type', 'first stage', 'second stage', 'flags'];

export function guestText(tables: GuestTables, gathered: GatheredTables, { colors }: GuestTextOptions): string {
  const rows = gathered.functions.flatMap((fn) => (tables.root?.mode === 'legacy' ? [legacyRow(fn)] : rowsOf(fn)));
  const body =
    rows.length === 0 ? 'The tables have no function.' : tableText(HEAD, rows.slice(0, MOST_ROWS), { colors });
  return `${headText(tables)}\n\n${body}\n${restText(rows.length - MOST_ROWS)}`;
}

/** One line: where the tables are, and whether translation is on. */
export function headText({ unit, registers, root }: GuestTables): string {
  const translation = `translation ${registers.isTranslating ? 'on' : 'off'}`;
  if (root === null) return `${unit}: no root table, ${translation}`;
  return `${unit}: root table ${hex(root.rootTable)}, ${root.mode} mode, ${translation}`;
}

/** How many entries are not shown; empty for none. */
export function restText(more: number): string {
  if (more <= 0) return '';
  return `\n${count(more, 'more entry', 'more entries')} not shown: use -o json or -o dmar to see more.\n`;
}

type Row = readonly (string | number)[];

function rowsOf({ walked, entries }: GatheredFunction): readonly Row[] {
  const address = requesterText(walked);
  if (entries.length === 0) return [[address, '-', '-', 'no entry present', '-', '-', '-']];
  return entries.map(({ pasid, words }) => {
    const { domain, type, firstStage, secondStage } = decodePasidEntry(words);
    const flags = firstStage?.flags.join(' ') ?? '';
    return [address, pasid, domain, type, stageText(firstStage), stageText(secondStage), flags || '-'];
  });
}

function legacyRow({ walked }: GatheredFunction): Row {
  const { TT, SSPTPTR, AW, DID } = LEGACY_CONTEXT_ENTRY.decode(walked.context);
  const isPassThrough = TT === 2n;
  const stage = { pageTable: pageAddress(SSPTPTR), addressWidth: secondStageWidth(Number(AW)) };
  return [
    requesterText(walked),
    '-',
    Number(DID),
    isPassThrough ? 'pass-through' : 'second-stage',
    '-',
    stageText(isPassThrough ? null : stage),
    '-',
  ];
}

function stageText(stage: FirstStage | SecondStage | null): string {
  if (stage === null) return '-';
  return `${hex(stage.pageTable)} (${stage.addressWidth === null ? 'unknown width' : `${stage.addressWidth} bits`})`;
}
