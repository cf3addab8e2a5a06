/** A file written whole or not at all: temporary file beside it, fsync, rename, fsync of the folder. */

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** @throws the system's error; the old file then stays as it was */
export function writeAtomically(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const fd = openSync(temporary, 'w', 0o600);
    try {
      writeAll(fd, Buffer.from(text));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    // Where the disk refuses this too, the first refusal is the one to tell.
    quietly(() => rmSync(temporary, { force: true }));
    throw error;
  }
}

/** For what is not the work itself, such as cleaning up or a note for people: null when the system refuses it. */
export function quietly<T>(touch: () => T): T | null {
  try {
    return touch();
  } catch {
    return null;
  }
}

/** write(2) may write less than all bytes, for example on a full disk. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

/** Makes the rename durable: without it the old file may be back after a crash. */
export function syncFolder(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** mkdir -p. Node's `recursive` does not end below a folder that takes no entries, such as /proc. @throws the system's error */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
