/**
 * The journal of a run: what it was about to do to things that outlive it, written ahead and synced.
 *
 * Only changes to the host are journalled (modules, drivers, files), with their old values inside the step: kernel objects go
 * with the process that made them. A journal without its last record is a run that was killed; the next run starts from the
 * ledger as the journal completes it, and adds its own records behind until the ledger is whole again.
 */

import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Step, StepKind } from '../model/plan.ts';
import { syncFolder, writeAll } from './atomic-file.ts';
import { type Seal, seal, unseal } from './sealed.ts';
import { errnoOf, readStateFile, StateError } from './state-file.ts';

const SEAL: Seal = { format: 'pasidctl-journal', version: 1 };

export type JournalRecord =
  | { readonly record: 'begin'; readonly bootId: string; readonly operation: string; readonly since: string }
  /** About to run. */
  | { readonly record: 'intent'; readonly step: Step }
  /** Ran to its end, and the ledger knows. */
  | { readonly record: 'done'; readonly step: Step };

export interface Journal {
  /** Before a step: on disk when this returns. Steps that leave nothing behind are not written. */
  intent(step: Step): void;
  done(step: Step): void;
  /** The run has ended and the ledger is whole: the journal goes. */
  end(): void;
}

const OUTLIVES_US: ReadonlySet<StepKind> = new Set([
  'load-module',
  'unload-module',
  'take-device',
  'give-back-device',
  'keep-device',
  'reclaim-device',
  'create-file',
  'remove-file',
]);

/** Does the step change the host, so that the change stays when our process is gone? */
export function outlivesUs({ kind }: Step): boolean {
  return OUTLIVES_US.has(kind);
}

/** @throws StateError when the folder cannot be written */
export function beginJournal(
  stateDir: string,
  begin: Omit<JournalRecord & { readonly record: 'begin' }, 'record'>,
): Journal {
  const path = pathOf(stateDir);
  const append = (record: JournalRecord): void => appendSynced(path, `${seal(record, SEAL)}\n`);
  const note = (record: 'intent' | 'done', step: Step): void => {
    if (outlivesUs(step)) append({ record, step });
  };
  cutTornTail(path);
  append({ record: 'begin', ...begin });
  return {
    intent: (step) => note('intent', step),
    done: (step) => note('done', step),
    end: () => {
      rmSync(path, { force: true });
      syncFolder(stateDir);
    },
  };
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

/** What a killed run did not finish writing must not run into what is written behind it. */
function cutTornTail(path: string): void {
  const text = readStateFile(path) ?? '';
  if (text === '' || text.endsWith('\n')) return;
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  writing(path, () => truncateSync(path, Buffer.byteLength(whole)));
}

function appendSynced(path: string, text: string): void {
  writing(path, () => {
    const fd = openSync(path, 'a', 0o600);
    const { size } = fstatSync(fd);
    try {
      writeAll(fd, Buffer.from(text));
      fsyncSync(fd);
    } catch (error) {
      ftruncateSync(fd, size);
      throw error;
    } finally {
      closeSync(fd);
    }
  });
}

function writing(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be written: ${errnoOf(error)}`);
  }
}
