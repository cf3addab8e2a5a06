/** Files of the state folder: read with a cap, written so that a crash leaves the old one or the new one. */

import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';

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

/** Temporary file beside it, fsync, rename, fsync of the folder. */
export function writeStateFile(path: string, text: string): void {
  const temporary = `${path}.new`;
  try {
    const fd = openSync(temporary, 'w', 0o600);
    try {
      writeSync(fd, text);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be written: ${errnoOf(error)}`);
  }
}

/** @throws StateError when it cannot be made */
export function makeStateDir(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be made: ${errnoOf(error)}`);
  }
}

function syncFolder(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
