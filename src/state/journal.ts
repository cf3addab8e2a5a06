/**
 * The journal of a run: what it was about to do to things that outlive it, written ahead and synced.
 *
 * Only changes to the host are journalled (modules, drivers, files), with their old values inside the step: kernel objects go
 * with the process that made them. A journal without its last record is a run that was killed; the next run starts from the
 * ledger as the journal completes it, and adds its own records behind until the ledger is whole again.
 */

import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Step } from '../model/plan.ts';
import { outlivesProcess } from '../steps/step-kinds.ts';
import { syncFolder, writeAll } from './atomic-file.ts';
import { type Seal, seal, unseal } from './sealed.ts';
import { changing, readStateFile, StateError } from './state-file.ts';

const SEAL: Seal = { format: 'pasidctl-journal', version: 1 };

export type JournalRecord =
  | { readonly record: 'begin'; readonly bootId: string; readonly operation: string; readonly since: string }
  /** About to run. */
  | { readonly record: 'intent'; readonly step: Step }
  /** Ran to its end. Written by 0.1.0 alone: the ledger says it now, when the run is settled. */
  | { readonly record: 'done'; readonly step: Step };

export interface Journal {
  /** Before a step: on disk when this returns. Steps that leave nothing behind are not written. */
  intent(step: Step): void;
}

/** @throws StateError when the folder cannot be written */
export function beginJournal(
  stateDir: string,
  begin: Omit<JournalRecord & { readonly record: 'begin' }, 'record'>,
): Journal {
  const path = pathOf(stateDir);
  const append = (record: JournalRecord): void => appendSynced(path, `${seal(record, SEAL)}\n`);
  append({ record: 'begin', ...begin });
  return {
    intent(step) {
      if (outlivesProcess(step)) append({ record: 'intent', step });
    },
  };
}

/** The run has ended and the ledger is whole: the journal goes. @throws StateError */
export function endJournal(stateDir: string): void {
  const path = pathOf(stateDir);
  changing(path, () => {
    rmSync(path, { force: true });
    syncFolder(stateDir);
  });
}

/** The records of runs that did not end; null when there is none. A torn last line was never acted on. */
export function readUnfinished(stateDir: string): readonly JournalRecord[] | null {
  const path = pathOf(stateDir);
  const text = readStateFile(path);
  if (text === null) return null;
  const whole = text.split('\n').slice(0, -1);
  return whole.map((line, index) => recordOf(line, `${path}:${index + 1}`));
}

function recordOf(text: string, where: string): JournalRecord {
  const opened = unseal(text, SEAL);
  if ('fault' in opened) throw new StateError('STATE_DAMAGED', `${where} cannot be used: ${opened.fault}`);
  // The checksum proves that we wrote it, so its shape is ours.
  return opened.value as JournalRecord;
}

function pathOf(stateDir: string): string {
  return join(stateDir, 'journal.jsonl');
}

/** A record is on disk when this returns, behind whole records only. @throws StateError; a record that could not be cut off again counts as begun */
function appendSynced(path: string, text: string): void {
  changing(path, () => {
    const fd = openSync(path, 'a+', 0o600);
    try {
      const end = endOfWhole(fd);
      try {
        writeAll(fd, Buffer.from(text));
        fsyncSync(fd);
        if (end === 0) syncFolder(dirname(path));
      } catch (error) {
        cutQuietly(fd, end);
        throw error;
      }
    } finally {
      closeSync(fd);
    }
  });
}

/** Where the disk refuses this too, the first refusal is the one to tell. */
function cutQuietly(fd: number, size: number): void {
  try {
    ftruncateSync(fd, size);
  } catch {}
}

const LINE_FEED = 0x0a;

/** What a killed run or a full disk has left of a record is cut off. Returns the size of what stays. */
function endOfWhole(fd: number): number {
  const { size } = fstatSync(fd);
  const last = Buffer.alloc(1);
  if (size === 0 || (readSync(fd, last, 0, 1, size - 1) === 1 && last[0] === LINE_FEED)) return size;
  const text = Buffer.alloc(size);
  const whole = text.subarray(0, readSync(fd, text, 0, size, 0)).lastIndexOf(LINE_FEED) + 1;
  ftruncateSync(fd, whole);
  return whole;
}
