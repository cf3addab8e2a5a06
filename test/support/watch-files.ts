/** Every change of a file that this process makes through node:fs, as a point where it may die: before, after, and half-way. */

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Reach } from './crash-machine.ts';

/** Opening counts too: it makes or empties a file. */
const WATCHED = ['openSync', 'fsyncSync', 'renameSync', 'rmSync'] as const;

/** While the work runs; its own points must not be made of watched calls. */
export async function watchingFiles<T>(reach: Reach, work: () => Promise<T>): Promise<T> {
  const original = { ...fs };
  for (const name of WATCHED) {
    // Arguments and answer go through as they are.
    const call = original[name] as (...args: readonly unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]) => {
        reach(`before ${name}`);
        const result = call(...args);
        reach(`after ${name}`);
        return result;
      },
    });
  }
  Object.assign(fs, { writeSync: tornWrite(original.writeSync, reach) });
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(fs, Object.fromEntries([...WATCHED, 'writeSync' as const].map((name) => [name, original[name]])));
    syncBuiltinESMExports();
  }
}

/** The first half alone, and the whole. Writes are always of bytes from an offset to the end. */
function tornWrite(writeSync: typeof fs.writeSync, reach: Reach) {
  return (fd: number, bytes: Uint8Array, offset = 0): number => {
    const half = (bytes.length - offset) >> 1;
    reach('before writeSync');
    const first = writeSync(fd, bytes, offset, half);
    reach('within writeSync');
    const rest = writeSync(fd, bytes, offset + first, bytes.length - offset - first);
    reach('after writeSync');
    return first + rest;
  };
}
