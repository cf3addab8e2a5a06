/** What stands at a path, and whether it can be read as a whole. */

import { lstatSync, type Stats } from 'node:fs';
import { errnoNameOf, FileError } from './file-fault.ts';

/** `a folder`, `a socket`, `a character device` …; `a regular file` for those. */
export function kindWords(stats: Stats): string {
  if (stats.isFile()) return 'a regular file';
  if (stats.isDirectory()) return 'a folder';
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  return stats.isCharacterDevice() ? 'a character device' : 'a block device';
}

/** @throws FileError when it is anything but a regular file */
export function demandRegular(stats: Stats): void {
  if (!stats.isFile()) throw new FileError(`it is ${kindWords(stats)}`, 'Give the path of a regular file.');
}

/**
 * What is to be replaced is a regular file, or is not there. A link is refused: a rename would replace the link, not its target.
 *
 * @throws FileError, or the system’s error
 */
export function demandReplaceable(path: string): void {
  const stats = lstatIfThere(path);
  if (stats === null || stats.isFile()) return;
  throw new FileError(
    `${kindWords(stats)} is there, which is not replaced`,
    'Give the path of a regular file, or of one that does not exist yet.',
  );
}

/** `null` when nothing is there. @throws the system’s error */
export function lstatIfThere(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errnoNameOf(error) === 'ENOENT') return null;
    throw error;
  }
}
