/** Damaged files of the state folder: what is wrong with them, what is lost with them, and what takes their place. */

import { join } from 'node:path';
import { describeStep } from '../steps/step-kinds.ts';
import { count } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import { type BeginRecord, formatRecord, JOURNAL_NAME, type JournalRecord, journalLines } from './journal.ts';
import { LEDGER_NAME, ledgerFile } from './ledger-file.ts';
import { isDamage, readStateFile } from './state-file.ts';

export interface DamagedFile {
  /** Name in the state folder. */
  readonly name: string;
  /** Why it cannot be used, in words. */
  readonly fault: string;
  /** What it lists, as far as it can be read, in words. No other file lists it. */
  readonly lost: readonly string[];
  /** What of it can still be used, in words. */
  readonly kept: readonly string[];
  /** What takes its place; `null` for nothing. */
  readonly replacement: string | null;
}

/**
 * @param begin  takes the place of a damaged beginning of a run; `null`: the records of that run are lost
 * @throws StateError when a file cannot be read, or is a newer one: that is not damaged
 */
export async function findDamage(stateDir: string, begin: BeginRecord | null): Promise<readonly DamagedFile[]> {
  const files = [await damagedLedger(stateDir), await damagedJournal(stateDir, begin)];
  return files.filter((file) => file !== null);
}

async function damagedLedger(stateDir: string): Promise<DamagedFile | null> {
  const fault = await damageOf(() => ledgerFile(stateDir).read());
  if (fault === null) return null;
  const text = readStateFile(join(stateDir, LEDGER_NAME)) ?? '';
  return { name: LEDGER_NAME, fault, lost: entriesIn(text), kept: [], replacement: null };
}

async function damagedJournal(stateDir: string, begin: BeginRecord | null): Promise<DamagedFile | null> {
  const lines = (await journalLines(stateDir)) ?? [];
  const bad = lines.find((line) => 'damage' in line);
  if (bad === undefined || !('damage' in bad)) return null;
  const lost: string[] = [];
  const kept: JournalRecord[] = [];
  let begun = false;
  for (const item of lines) {
    const { line } = item;
    if ('damage' in item) {
      lost.push(...lostIn(item));
      if (INTENT.test(item.text) && !BEGIN.test(item.text)) continue;
      // It may have begun a run: without a beginning the records after it would not count, and what they list be forgotten.
      begun = begin !== null;
      if (begin !== null) kept.push(begin);
    } else if (item.record.record === 'begin' || begun) {
      begun = true;
      kept.push(item.record);
    } else lost.push(`line ${line}: ${recordWords(item.record)}`);
  }
  const isUseful = kept.some((record) => record !== begin);
  return {
    ...{ name: JOURNAL_NAME, fault: bad.damage.message, lost },
    kept: kept.filter((record) => record !== begin).map(recordWords),
    replacement: isUseful ? kept.map(formatRecord).join('') : null,
  };
}

/** A damaged line that still shows that it begins no run; quotes of the record are escaped in it. */
const INTENT = /record\\*":\\*"(?:intent|done)/;

/** Also where a lost line end has joined a beginning with the record after it. */
const BEGIN = /record\\*":\\*"begin/;

function lostIn({ line, text }: { readonly line: number; readonly text: string }): string[] {
  const entries = entriesIn(text);
  return entries.length === 0
    ? [`line ${line}, which cannot be read`]
    : entries.map((entry) => `line ${line}: ${entry}`);
}

function recordWords(record: JournalRecord): string {
  if (record.record === 'begin') return escapeControls(`the run \`${record.operation}\` of ${record.since}`);
  return `${record.record === 'intent' ? 'begun' : 'done'}: ${describeStep(record.step)}`;
}

/** Why the work cannot use a file; `null` when it can. @throws StateError for anything but damage */
export async function damageOf(work: () => unknown): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (isDamage(error)) return error.message;
    throw error;
  }
}

/**
 * The entries that a damaged text still lists. The text may be cut off or not be JSON, so each entry is found by a pattern of the
 * way it is written.
 */
export function entriesIn(text: string): string[] {
  // A record is a JSON string in its file, and a string in a string in a world.
  const plain = text.replaceAll(/\\+"/g, '"');
  const entries = [
    ...[...plain.matchAll(HANDOVER)].map(
      ([, device, address, , driver]) => `${device} (${address}) was taken from ${driver ?? 'no driver'}`,
    ),
    ...namesIn(plain, /"createdFiles":\[([^\]]*)/g).map((file) => `memory file ${file} was made`),
    ...[...plain.matchAll(/"kind":"create-file","file":"([^"]+)"/g)].map(([, file]) => `memory file ${file} was made`),
    ...namesIn(plain, /"loadedModules":\[([^\]]*)/g).map((module) => `module ${module} was loaded`),
    ...[...plain.matchAll(/"kind":"load-module","module":"([^"]+)"/g)].map(
      ([, module]) => `module ${module} was loaded`,
    ),
    ...[...plain.matchAll(VFS)].map(
      ([, device, address, vfs]) => `${count(Number(vfs), 'VF')} of ${device} (${address}) were made`,
    ),
    ...[...plain.matchAll(/"name":"([^"]+)","pasid":(?:true|false),"nesting"/g)].map(
      ([, name]) => `vIOMMU ${name} was made`,
    ),
  ];
  return [...new Set(entries)].map((entry) => escapeControls(entry));
}

const HANDOVER = /"device":"([^"]+)","address":"([0-9a-f:.]+)","formerDriver":(null|"([^"]*)")/g;

const VFS = /"device":"([^"]+)","address":"([0-9a-f:.]+)","count":(\d{1,5}),"addresses"/g;

function namesIn(text: string, list: RegExp): string[] {
  return [...text.matchAll(list)].flatMap(([, names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
  );
}
