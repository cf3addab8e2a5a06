/** Special files in a folder of the test’s own. */

import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

export const IS_ROOT: boolean = process.getuid?.() === 0;

/** For the titles of tests that need device nodes. */
export const NEEDS_ROOT = IS_ROOT ? '' : ' (skipped: mknod needs root)';

export function fifoIn(folder: string, name = 'fifo'): string {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
}

/** Character device 1:5 is /dev/zero, 1:7 /dev/full. */
export function nodeIn(folder: string, name: 'zero' | 'full'): string {
  const path = join(folder, name);
  execFileSync('mknod', [path, 'c', '1', name === 'zero' ? '5' : '7']);
  return path;
}

/** Undone by: close of the server. */
export async function socketIn(
  folder: string,
  name = 'socket',
): Promise<{ readonly path: string; readonly server: Server }> {
  const path = join(folder, name);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return { path, server };
}
