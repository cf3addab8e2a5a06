/**
 * The journal of a run: each change of the host, written and synced before it is made.
 *
 * Only changes of modules, drivers and files are journalled, with their old values in the step: kernel objects end with the
 * process that made them. The journal is removed when the ledger is written. One that is left belongs to a killed run; the next
 * run starts from the ledger completed by it, and appends its own records until the ledger is written.
 */

import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAll } from '../files/atomic-file.ts';
import { demandRegular } from '../files/file-kind.ts';
import { syncFolder } from '../files/folder.ts';
import { quietly } from '../files/quietly.ts';
import type { Step } from '../model/plan.ts';
import { checkedRecord, type Validate } from './checked.ts';
import { type Seal, seal, unseal } from './sealed.ts';
import { changing, isDamage, readStateFile, type StateError, unusable } from './state-file.ts';

export const JOURNAL_NAME = 'journal.jsonl';

const SEAL: Seal = { format: 'pasidctl-journal', version: 1 };

export interface BeginRecord {
  readonly record: 'begin';
  readonly bootId: string;
  readonly operation: string;
  readonly since: string;
}

export type JournalRecord =
  | BeginRecord
  /** Written before the step. */
  | { readonly record: 'intent'; readonly step: Step }
  /** The step ended. Written by 0.1.0 alone; later versions write the ledger instead. */
  | { readonly record: 'done'; readonly step: Step };

export interface Journal {
  /** Call it before a step whose effect outlives the process: its record is on disk when this returns. @throws StateError */
  intent(step: Step): void;
}

/** @throws StateError when the folder cannot be written */
export function beginJournal(stateDir: string, begin: Omit<BeginRecord, 'record'>): Journal {
  const path = pathOf(stateDir);
  const append = (record: JournalRecord): void => appendSynced(path, formatRecord(record));
  append({ record: 'begin', ...begin });
  return { intent: (step) => append({ record: 'intent', step }) };
}

/** A record as its line. */
export function formatRecord(record: JournalRecord): string {
  return `${seal(record, SEAL)}\n`;
}

/** Remove the journal, after the ledger is written. @throws StateError */
export function endJournal(stateDir: string): void {
  const path = pathOf(stateDir);
  changing(path, () => {
    rmSync(path, { force: true });
    syncFolder(stateDir);
  });
}

/** The records of runs that were killed; null when there are none. An incomplete last line is dropped: its step never ran. */
export async function readUnfinished(stateDir: string): Promise<readonly JournalRecord[] | null> {
  const lines = await journalLines(stateDir);
  if (lines === null) return null;
  return lines.map((line) => {
    if ('damage' in line) throw line.damage;
    return line.record;
  });
}

/** A line that ends, from 1. */
type JournalLine = { readonly line: number; readonly text: string } & (
  | { readonly record: JournalRecord }
  | { readonly damage: StateError }
);

/** Every whole line, damaged ones too; null when there is no journal. @throws StateError when one is of a newer version */
export async function journalLines(stateDir: string): Promise<readonly JournalLine[] | null> {
  const path = pathOf(stateDir);
  const all = readStateFile(path);
  if (all === null) return null;
  // Large, and seldom needed.
  const { validateJournalRecord } = await import('./generated/validate-journal.js');
  const whole = all.split('\n').slice(0, -1);
  return whole.map((text, index) => {
    const line = index + 1;
    try {
      return { line, text, record: recordOf(text, `${path}:${line}`, validateJournalRecord) };
    } catch (error) {
      if (!isDamage(error)) throw error;
      return { line, text, damage: error };
    }
  });
}

function recordOf(text: string, where: string, validate: Validate): JournalRecord {
  const opened = unseal(text, SEAL);
  if ('fault' in opened) throw unusable(where, opened);
  const checked = checkedRecord<JournalRecord>(opened.record, validate);
  if ('fault' in checked) throw unusable(where, checked);
  return checked.value;
}

function pathOf(stateDir: string): string {
  return join(stateDir, JOURNAL_NAME);
}

/** The record is on disk when this returns, after whole records only. @throws StateError, without the record on disk */
function appendSynced(path: string, text: string): void {
  changing(path, () => {
    const fd = openSync(path, APPEND, 0o600);
    try {
      demandRegular(fstatSync(fd));
      const end = endOfWhole(fd);
      try {
        writeAll(fd, Buffer.from(text));
        fsyncSync(fd);
        if (end === 0) syncFolder(dirname(path));
      } catch (error) {
        // Where the disk refuses this too, the first refusal is the one to tell.
        quietly(() => ftruncateSync(fd, end));
        throw error;
      }
    } finally {
      closeSync(fd);
    }
  });
}

/** Never through a link, and without waiting for what stands there instead of a file. */
const APPEND = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

const LINE_FEED = 0x0a;

/** Cut off an incomplete record, which a killed run or a full disk has left. Returns the size of the rest. */
function endOfWhole(fd: number): number {
  const { size } = fstatSync(fd);
  const last = Buffer.alloc(1);
  if (size === 0 || (readSync(fd, last, 0, 1, size - 1) === 1 && last[0] === LINE_FEED)) return size;
  const text = Buffer.alloc(size);
  const whole = text.subarray(0, readSync(fd, text, 0, size, 0)).lastIndexOf(LINE_FEED) + 1;
  ftruncateSync(fd, whole);
  return whole;
}
