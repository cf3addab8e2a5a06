/** The state folder itself. */

import { resolve } from 'node:path';
import { makeFolder, sweepTemporaries } from '../files/atomic-file.ts';
import { fileFault } from '../files/file-fault.ts';
import { startTicks } from './process.ts';
import { StateError } from './state-file.ts';

/** @throws StateError when it cannot be made */
export function makeStateDir(path: string): void {
  try {
    makeFolder(resolve(path));
  } catch (error) {
    const fault = fileFault(error);
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be made: ${fault.words}`, fault);
  }
}

/** Files that are written by way of a temporary one. */
const WRITTEN = ['ledger.json', 'world.json'];

/** Remove the temporary files of runs that were killed. Call it under the lock, where no other run writes. */
export function sweepStateDir(path: string): void {
  try {
    sweepTemporaries(path, WRITTEN, (pid) => startTicks(pid) === null);
  } catch {
    // They do no harm, and what refuses this is told where the folder is needed.
  }
}
