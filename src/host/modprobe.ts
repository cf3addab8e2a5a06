/** Kernel modules, through modprobe(8), which knows dependencies and options. Errors are negative errno. */

import { existsSync } from 'node:fs';
import { ERRNO } from '../uapi/errno.ts';
import { runChild } from './run-child.ts';

const DEADLINE_MS = 30_000;

/** modprobe exits with 1 for every error, so the errno is derived from its message (kmod's, in the C locale). */
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/not found|No such file/i, ERRNO.ENOENT],
  [/Operation not permitted/i, ERRNO.EPERM],
  [/Permission denied/i, ERRNO.EACCES],
  [/in use|is builtin|busy/i, ERRNO.EBUSY],
  [/No such device/i, ERRNO.ENODEV],
  [/Invalid argument|Exec format|Key was rejected/i, ERRNO.EINVAL],
];

export interface ModprobeRequest {
  readonly name: string;
  readonly action: 'load' | 'unload';
  /** False for a captured machine, whose modules cannot be loaded. */
  readonly onThisMachine: boolean;
}

/** 0, also when there is nothing to do (built in, loaded, or not loaded); −ENOENT when there is no such module. */
export async function modprobe({ name, action, onThisMachine }: ModprobeRequest): Promise<number> {
  if (!/^[a-z0-9_][a-z0-9_-]*$/i.test(name)) return -ERRNO.EINVAL;
  if (!onThisMachine) return -ERRNO.EOPNOTSUPP;
  const loaded = existsSync(`/sys/module/${name.replaceAll('-', '_')}`);
  if (loaded === (action === 'load')) return 0;
  const args = action === 'load' ? [name] : ['-r', name];
  const result = await runChild({ program: 'modprobe', args, deadlineMs: DEADLINE_MS });
  if (typeof result === 'number') return result;
  return result.ok ? 0 : -errnoFromWords(result.missing ? 'not found' : result.stderr);
}

/** Exported for its test: the errno for a message of kmod. */
export function errnoFromWords(complaint: string): number {
  return WORDS.find(([words]) => words.test(complaint))?.[1] ?? ERRNO.EIO;
}
