/** The guest's first root: a static busybox and guest/init.sh, which moves on to the host's files over 9p. */

import { readFile } from 'node:fs/promises';
import { folderEntry, packCpio, programEntry } from './cpio.ts';

const INIT = new URL('../guest/init.sh', import.meta.url);

/** @param busybox path of a statically linked busybox */
export async function buildInitramfs(busybox: string): Promise<Buffer> {
  return packCpio([
    ...['bin', 'dev', 'proc', 'sys'].map(folderEntry),
    programEntry('bin/busybox', await readFile(busybox)),
    programEntry('init', await readFile(INIT)),
  ]);
}
