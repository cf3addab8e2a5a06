/** A file written whole or not at all: temporary file beside it, fsync, rename, fsync of the folder. */

import { closeSync, constants, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoNameOf } from './file-fault.ts';
import { demandReplaceable } from './file-kind.ts';
import { syncFolder } from './folder.ts';
import { quietly } from './quietly.ts';

/** Never through a link, and never into a file that is there. */
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** @throws FileError when anything but a regular file is there, or the system's error; the old file then stays as it was */
export function writeAtomically(path: string, text: string): void {
  demandReplaceable(path);
  const temporary = `${path}.${process.pid}.tmp`;
  const fd = openNew(temporary);
  try {
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

/** A killed run with the same process number may have left one: it is removed, never written into. */
function openNew(temporary: string): number {
  try {
    return openSync(temporary, NEW, 0o600);
  } catch (error) {
    if (errnoNameOf(error) !== 'EEXIST') throw error;
    rmSync(temporary);
    return openSync(temporary, NEW, 0o600);
  }
}

/**
 * Remove what killed runs have left of {@link writeAtomically} in a folder.
 *
 * @param names  of the files that are written there
 * @param isGone  whether no process has this number any more
 */
export function sweepTemporaries(folder: string, names: readonly string[], isGone: (pid: number) => boolean): void {
  for (const entry of readdirSync(folder)) {
    const [, name, pid] = /^(.+)\.(\d{1,10})\.tmp$/.exec(entry) ?? [];
    if (name !== undefined && names.includes(name) && isGone(Number(pid)))
      quietly(() => rmSync(join(folder, entry), { force: true }));
  }
}

/** write(2) may write less than all bytes, for example on a full disk. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}
