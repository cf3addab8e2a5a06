/** Files of the state folder: read and written with the operator's words for what the system refuses. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { makeFolder, writeAtomically } from './atomic-file.ts';

/** The state folder cannot be used as it is; the message names the file. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly code: Extract<Code, `STATE_${string}`>;

  constructor(code: StateError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

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
  try {
    writeAtomically(path, text);
  } catch (error) {
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be written: ${errnoOf(error)}`);
  }
}

/** @throws StateError when it cannot be made */
export function makeStateDir(path: string): void {
  try {
    makeFolder(resolve(path));
  } catch (error) {
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be made: ${errnoOf(error)}`);
  }
}

export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
