/**
 * The ledger on disk: what we hold, who holds it, and since which boot. Written whole, with a checksum, by rename.
 */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { EMPTY_LIVE, type Live } from '../model/live.ts';
import { readStateFile, StateError, writeStateFile } from './state-file.ts';

const NAME = 'ledger.json';
const VERSION = 1;

export interface LedgerRecord {
  readonly backend: 'kernel' | 'selftest' | 'sim';
  /** Driver hand-overs and kernel objects do not outlive a boot. */
  readonly bootId: string;
  /** Who owns the kernel objects; null on the simulator. */
  readonly holder: HolderRecord | null;
  readonly live: Live;
}

/** A process: its pid alone may be another's by now, its start time may not. */
export interface HolderRecord {
  readonly pid: number;
  /** Field 22 of /proc/<pid>/stat, in clock ticks since boot. */
  readonly startTicks: string;
  /** ISO 8601. */
  readonly since: string;
}

/** @throws StateError when the file is damaged, or by a newer version */
export function readLedger(stateDir: string): LedgerRecord | null {
  const path = join(stateDir, NAME);
  const text = readStateFile(path);
  if (text === null) return null;
  const file = parse(path, text);
  if (file.version !== VERSION) {
    throw new StateError(
      'STATE_DAMAGED',
      `${path} is of format ${String(file.version)}; this version reads ${VERSION}`,
    );
  }
  if (typeof file.record !== 'string' || file.checksum !== checksum(file.record)) {
    throw new StateError('STATE_DAMAGED', `${path} does not match its checksum`);
  }
  // The checksum proves that we wrote it, so its shape is ours.
  return JSON.parse(file.record, reviveBigint) as LedgerRecord;
}

export function writeLedger(stateDir: string, record: LedgerRecord): void {
  const text = JSON.stringify(record, replaceBigint);
  writeStateFile(
    join(stateDir, NAME),
    `${JSON.stringify({ version: VERSION, checksum: checksum(text), record: text })}\n`,
  );
}

export function emptyLedger(backend: LedgerRecord['backend'], bootId: string): LedgerRecord {
  return { backend, bootId, holder: null, live: EMPTY_LIVE };
}

function parse(path: string, text: string): { version?: unknown; checksum?: unknown; record?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // falls through to the same complaint
  }
  throw new StateError('STATE_DAMAGED', `${path} is not a ledger`);
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** `0x1000n`: no name or path of ours looks like that. */
const BIGINT = /^0x[0-9a-f]+n$/;

function replaceBigint(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `0x${value.toString(16)}n` : value;
}

function reviveBigint(_key: string, value: unknown): unknown {
  return typeof value === 'string' && BIGINT.test(value) ? BigInt(value.slice(0, -1)) : value;
}
