/** Files of the state folder. Every system error here is thrown as a StateError. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { type FileError, fileError } from '../diagnostics/file-error.ts';
import { Refusal, type RefusalReason } from '../diagnostics/refusal.ts';
import { makeFolder, writeAtomically } from './atomic-file.ts';

type StateCode = Extract<Code, `STATE_${string}`>;

/** The state folder cannot be used as it is; the message names the file. */
export class StateError extends Refusal {
  override readonly name = 'StateError';
  readonly code: StateCode;

  /** @param cause  what the system refused, where it did: its advice goes before that of the code */
  constructor(code: StateCode, message: string, cause: FileError | null = null) {
    const advice = cause?.advice ?? null;
    super(reasonOf(code, cause), [diagnostic(code, message, advice === null ? {} : { advice })]);
    this.code = code;
  }
}

function reasonOf(code: StateCode, cause: FileError | null): RefusalReason {
  if (cause !== null) return cause.isPermission ? 'not-permitted' : 'failed';
  return REASONS[code] ?? 'failed';
}

const REASONS: Readonly<Partial<Record<StateCode, RefusalReason>>> = {
  STATE_LOCKED: 'locked',
  STATE_HOLDER_NOT_OURS: 'not-permitted',
  STATE_HOLDER_STAYS: 'unavailable',
  STATE_OTHER_BACKEND: 'usage',
  STATE_OTHER_MACHINE: 'usage',
};

/** Null when there is no such file. */
export function readStateFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const cause = fileError(error);
    if (cause.errno === 'ENOENT' || cause.errno === 'ENOTDIR') return null;
    throw new StateError('STATE_UNREADABLE', `${path} cannot be read: ${cause.words}`, cause);
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
    throw notWritable(`${path} cannot be made`, error);
  }
}

/** Change a file. @throws StateError naming it, for any system error */
export function changing<T>(path: string, change: () => T): T {
  try {
    return change();
  } catch (error) {
    throw notWritable(`${path} cannot be written`, error);
  }
}

/** @param error  what the system refused */
export function notWritable(what: string, error: unknown): StateError {
  const cause = fileError(error);
  return new StateError('STATE_NOT_WRITABLE', `${what}: ${cause.words}`, cause);
}
