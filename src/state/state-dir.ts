/** The state folder itself. */

import { resolve } from 'node:path';
import { sweepTemporaries } from '../files/atomic-file.ts';
import { makeFolder } from '../files/folder.ts';
import { quietly } from '../files/quietly.ts';
import { startTicks } from './process.ts';
import { notWritable } from './state-file.ts';

/** @throws StateError when it cannot be made */
export function makeStateDir(path: string): void {
  try {
    makeFolder(resolve(path));
  } catch (error) {
    throw notWritable(`${path} cannot be made`, error);
  }
}

/**
 * Remove the temporary files of runs that were killed. Call it under the lock, where no other run writes.
 *
 * @param names  the files that are written through a temporary file
 */
export function sweepStateDir(path: string, names: readonly string[]): void {
  // They do no harm, and what refuses this is told where the folder is needed.
  quietly(() => sweepTemporaries(path, names, (pid) => startTicks(pid) === null));
}
