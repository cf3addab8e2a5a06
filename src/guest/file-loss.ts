/** What can become of a file while it is read, and files that are none. */

import { type Stats, statSync } from 'node:fs';

/** Shortened, or its name leads to another file or to none. */
export type FileLoss = 'truncated' | 'replaced' | 'removed';

/** The input is of a kind that cannot be read as what it is given as. The message's subject is its name. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}

/** Whether the name still leads to the file that was opened; `null` when it does. */
export function lossOfName(path: string, { dev, ino }: Pick<Stats, 'dev' | 'ino'>): 'replaced' | 'removed' | null {
  try {
    const found = statSync(path);
    return found.dev === dev && found.ino === ino ? null : 'replaced';
  } catch {
    return 'removed';
  }
}

type Kinds = Pick<Stats, 'isFile' | 'isDirectory' | 'isFIFO' | 'isSocket'>;

/** @throws UnusableInput unless it is a regular file */
export function refuseOtherKinds(stat: Kinds): void {
  if (!stat.isFile()) throw new UnusableInput(misfit(stat, 'not a regular file'));
}

/** @throws UnusableInput unless it is a file or a FIFO */
export function refuseNoStream(stat: Kinds): void {
  if (!stat.isFile() && !stat.isFIFO()) throw new UnusableInput(misfit(stat, 'not a file or a FIFO'));
}

function misfit(stat: Kinds, wanted: string): string {
  if (stat.isDirectory()) return 'is a folder';
  if (stat.isFIFO()) return `is a FIFO, ${wanted}`;
  return `is a ${stat.isSocket() ? 'socket' : 'device'}, ${wanted}`;
}
