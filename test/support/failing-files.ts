/** Changes of files through node:fs that the system refuses: the nth one, or all, while some work runs. */

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Every call with which the state folder is changed or synced. */
const CHANGING = [
  ...(['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync'] as const),
  ...(['ftruncateSync', 'truncateSync', 'writeFileSync', 'mkdirSync'] as const),
];

export type FileErrno = 'ENOSPC' | 'EIO' | 'EROFS' | 'EACCES';

/** Asked before each call that changes a file below the folder; true refuses it. */
export type Refuses = (call: string, count: number) => boolean;

export interface FailingFiles {
  readonly folder: string;
  readonly errno: FileErrno;
  readonly refuses: Refuses;
}

/** Returns what the work does, and how many calls there were. Calls by fd count when the fd is of the folder. */
export async function withFailingFiles<T>(
  { folder, errno, refuses }: FailingFiles,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly calls: number }> {
  const original = { ...fs };
  let calls = 0;
  const ours = (target: unknown): boolean => {
    if (typeof target === 'number') return isBelow(readLink(original, target), folder);
    return typeof target === 'string' && isBelow(target, folder);
  };
  for (const name of CHANGING) {
    // Arguments and answer go through as they are.
    const call = original[name] as (...args: readonly unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]) => {
        if (ours(args[0]) && refuses(name, calls++)) {
          throw Object.assign(new Error(`${errno}: refused, ${name}`), { code: errno, syscall: name });
        }
        return call(...args);
      },
    });
  }
  syncBuiltinESMExports();
  try {
    return { value: await work(), calls };
  } finally {
    Object.assign(fs, Object.fromEntries(CHANGING.map((name) => [name, original[name]])));
    syncBuiltinESMExports();
  }
}

function readLink({ readlinkSync }: typeof fs, fd: number): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return '';
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
