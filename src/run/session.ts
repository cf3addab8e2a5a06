/** What every command on a machine needs: the backend, the state folder, and its ledger. */

import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Spec } from '../model/spec.ts';
import { unsafeFolder } from '../state/folder-safety.ts';
import { type Held, stillHeld } from '../state/held.ts';
import { type JournalRecord, readUnfinished } from '../state/journal.ts';
import { emptyLedger, type LedgerRecord } from '../state/ledger-file.ts';
import type { Lock } from '../state/lock.ts';
import { completeLedger } from '../state/recover.ts';
import { StateError } from '../state/state-file.ts';
import { type Backend, openBackend } from './backend.ts';
import type { MachineRequest } from './machine-request.ts';

export interface Session {
  readonly backend: Backend;
  readonly stateDir: string;
  /** Of the state folder; null for a session that only reads. */
  readonly lock: Lock | null;
  readonly bootId: string;
  readonly held: Held;
  /** Records of killed runs; null when the last run ended. */
  readonly unfinished: readonly JournalRecord[] | null;
}

/**
 * @throws StateError when the state folder is another backend's, or damaged
 * @throws Refusal when the machine file cannot be used
 */
export async function openSession(request: MachineRequest, lock: Lock | null = null): Promise<Session> {
  return sessionOn(await openBackend(request), request.stateDir, lock);
}

/**
 * A session on a backend that is open already.
 *
 * @throws StateError when the state folder is another backend's, or damaged
 */
export async function sessionOn(backend: Backend, stateDir: string, lock: Lock | null = null): Promise<Session> {
  return { backend, stateDir, lock, ...(await heldBy(backend, stateDir)) };
}

async function heldBy(backend: Backend, stateDir: string): Promise<Pick<Session, 'bootId' | 'held' | 'unfinished'>> {
  const bootId = backend.bootId();
  const record = await backend.ledger.read();
  if (record !== null && record.backend !== backend.name) {
    throw new StateError(
      'STATE_OTHER_BACKEND',
      `${stateDir} belongs to backend ${record.backend}, not ${backend.name}`,
    );
  }
  const unfinished = await readUnfinished(stateDir);
  const held = stillHeld(record, bootId);
  // While a holder lives, the journal is that of its current run.
  if (unfinished === null || held.holder !== null) return { bootId, held, unfinished: null };
  return { bootId, held: { ...held, live: completeLedger(held.live, sinceBoot(unfinished, bootId)) }, unfinished };
}

/** Records of an earlier boot are void: a boot undoes changes of drivers and modules. */
function sinceBoot(records: readonly JournalRecord[], bootId: string): readonly JournalRecord[] {
  const last = records.findLastIndex((record) => record.record === 'begin' && record.bootId !== bootId);
  const next = records.findIndex((record, index) => index > last && record.record === 'begin');
  return next < 0 ? [] : records.slice(next);
}

/** Warnings for a command that only reads: others can change the folder. */
export function folderWarnings({ stateDir }: Session): readonly Diagnostic[] {
  return unsafeFolder(stateDir);
}

/** Warnings before a change: others can change the folder, and earlier runs were killed. */
export function sessionWarnings(session: Session): readonly Diagnostic[] {
  return [...folderWarnings(session), ...unfinishedRuns(session)];
}

function unfinishedRuns({ unfinished }: Session): Diagnostic[] {
  return (unfinished ?? []).flatMap((record) =>
    record.record === 'begin'
      ? [diagnostic('STATE_UNFINISHED', `the run \`${record.operation}\` of ${record.since} did not end`)]
      : [],
  );
}

export function saveHeld({ backend, bootId }: Session, held: Pick<LedgerRecord, 'holder' | 'live'>): void {
  backend.ledger.write({ ...emptyLedger(backend.name, bootId), ...held });
}

/** Whether the spec needs kernel objects, which end with the process that made them. */
export function needsHolder(spec: Spec): boolean {
  return spec.viommus.some(({ holder }) => holder === 'agent');
}
