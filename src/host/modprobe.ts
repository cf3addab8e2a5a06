/** Kernel modules, through modprobe(8), which knows dependencies and options. Errors are negative errno. */

import { existsSync } from 'node:fs';
import type { ModuleOption } from '../model/plan.ts';
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
  /** Of a load: they come after those of modprobe.d and the kernel command line, so they win. */
  readonly parameters?: readonly ModuleOption[];
  /** False for a captured machine, whose modules cannot be loaded. */
  readonly onThisMachine: boolean;
}

/** 0, also when there is nothing to do (built in, loaded, or not loaded); −ENOENT when there is no such module. */
export async function modprobe({ name, action, parameters = [], onThisMachine }: ModprobeRequest): Promise<number> {
  if (!isModuleName(name) || !parameters.every(isPlain)) return -ERRNO.EINVAL;
  if (!onThisMachine) return -ERRNO.EOPNOTSUPP;
  const loaded = existsSync(`/sys/module/${name.replaceAll('-', '_')}`);
  if (loaded === (action === 'load')) return 0;
  const options = parameters.map((parameter) => `${parameter.name}=${parameter.value}`);
  const args = action === 'load' ? [name, ...options] : ['-r', name];
  const result = await runChild({ program: 'modprobe', args, deadlineMs: DEADLINE_MS });
  if (typeof result === 'number') return result;
  return result.ok ? 0 : -errnoFromWords(result.missing ? 'not found' : result.stderr);
}

function isModuleName(name: string): boolean {
  return /^[a-z0-9_][a-z0-9_-]*$/i.test(name);
}

/** One word for modprobe, and for the kernel after it. */
function isPlain({ name, value }: ModuleOption): boolean {
  return isModuleName(name) && /^[a-z0-9_.,:-]+$/i.test(value);
}

/** Exported for its test: the errno for a message of kmod. */
export function errnoFromWords(complaint: string): number {
  return WORDS.find(([words]) => words.test(complaint))?.[1] ?? ERRNO.EIO;
}
