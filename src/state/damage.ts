/** Damaged files of the state folder: what is wrong with them, what is lost with them, and what takes their place. */

import { join } from 'node:path';
import { describeStep } from '../steps/step-kinds.ts';
import { escapeControls } from '../text/escape.ts';
import { JOURNAL_NAME, type JournalRecord, journalLines } from './journal.ts';
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

/** @throws StateError when a file cannot be read, or is a newer one: that is not damaged */
export function findDamage(stateDir: string): readonly DamagedFile[] {
  return [damagedLedger(stateDir), damagedJournal(stateDir)].filter((file) => file !== null);
}

function damagedLedger(stateDir: string): DamagedFile | null {
  const fault = damageOf(() => ledgerFile(stateDir).read());
  if (fault === null) return null;
  const text = readStateFile(join(stateDir, LEDGER_NAME)) ?? '';
  return { name: LEDGER_NAME, fault, lost: entriesIn(text), kept: [], replacement: null };
}

function damagedJournal(stateDir: string): DamagedFile | null {
  const lines = journalLines(stateDir) ?? [];
  const bad = lines.filter((line) => 'damage' in line);
  const [first] = bad;
  if (first === undefined) return null;
  const good = lines.filter((line) => 'record' in line);
  return {
    name: JOURNAL_NAME,
    fault: first.damage.message,
    lost: bad.flatMap(({ text, line }) => {
      const entries = entriesIn(text);
      return entries.length === 0
        ? [`line ${line}, which cannot be read`]
        : entries.map((entry) => `line ${line}: ${entry}`);
    }),
    kept: good.map(({ record }) => recordWords(record)),
    replacement: good.length === 0 ? null : good.map(({ text }) => `${text}\n`).join(''),
  };
}

function recordWords(record: JournalRecord): string {
  if (record.record === 'begin') return escapeControls(`the run \`${record.operation}\` of ${record.since}`);
  return `${record.record === 'intent' ? 'begun' : 'done'}: ${describeStep(record.step)}`;
}

/** Why the work cannot use a file; `null` when it can. @throws StateError for anything but damage */
export function damageOf(work: () => unknown): string | null {
  try {
    work();
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
    ...[...plain.matchAll(/"name":"([^"]+)","pasid":(?:true|false),"nesting"/g)].map(
      ([, name]) => `vIOMMU ${name} was made`,
    ),
  ];
  return [...new Set(entries)].map((entry) => escapeControls(entry));
}

const HANDOVER = /"device":"([^"]+)","address":"([0-9a-f:.]+)","formerDriver":(null|"([^"]*)")/g;

function namesIn(text: string, list: RegExp): string[] {
  return [...text.matchAll(list)].flatMap(([, names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
  );
}
