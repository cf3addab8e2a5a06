/** A damaged file is kept in its folder, under a name with the time. */

import { constants, copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { lstatIfThere } from '../files/file-kind.ts';
import { syncFolder } from '../files/folder.ts';
import type { DamagedFile } from './damage.ts';
import { changing, writeStateFile } from './state-file.ts';

/** Returns the name under which the old file is kept. Under the lock. @throws StateError; the file is then in its place */
export function setAside(stateDir: string, { name, replacement }: DamagedFile, now: Date): string {
  const path = join(stateDir, name);
  const kept = freeName(stateDir, `${name}.damaged-${now.toISOString().replaceAll(':', '-')}`);
  const to = join(stateDir, kept);
  changing(to, () => {
    if (replacement === null) renameSync(path, to);
    else copyFileSync(path, to, constants.COPYFILE_EXCL);
    syncFolder(stateDir);
  });
  if (replacement !== null) writeStateFile(path, replacement);
  return kept;
}

function freeName(stateDir: string, wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (lstatIfThere(join(stateDir, name)) === null) return name;
  }
}
