/** Files of the state folder, with the operator's words for what the system refuses: nothing else is ever thrown here. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal, type RefusalReason } from '../diagnostics/refusal.ts';
import { makeFolder, writeAtomically } from './atomic-file.ts';

type StateCode = Extract<Code, `STATE_${string}`>;

/** The state folder cannot be used as it is; the message names the file. */
export class StateError extends Refusal {
  override readonly name = 'StateError';
  readonly code: StateCode;

  constructor(code: StateCode, message: string) {
    super(REASONS[code] ?? 'failed', [diagnostic(code, message)]);
    this.code = code;
  }
}

const REASONS: Readonly<Partial<Record<StateCode, RefusalReason>>> = {
  STATE_LOCKED: 'locked',
  STATE_NOT_WRITABLE: 'not-permitted',
  STATE_HOLDER_NOT_OURS: 'not-permitted',
  STATE_OTHER_BACKEND: 'usage',
  STATE_OTHER_MACHINE: 'usage',
};

/** Null when there is no such file. */
export function readStateFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be read: ${errnoOf(error)}`);
  }
}

export function writeStateFile(path: string, text: string): void {
  changing(path, () => writeAtomically(path, text));
}

/** @throws StateError when it cannot be made */
export function makeStateDir(path: string): void {
  try {
    makeFolder(resolve(path));
  } catch (error) {
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be made: ${errnoOf(error)}`);
  }
}

/** Do what changes a file. @throws StateError naming it, for whatever the system refuses */
export function changing<T>(path: string, change: () => T): T {
  try {
    return change();
  } catch (error) {
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be written: ${errnoOf(error)}`);
  }
}

export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
