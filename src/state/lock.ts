/**
 * One writer per state folder. The lock is flock(2) on an open file, so it goes with its process; what stands in the file is
 * only for people.
 */

import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Syscalls } from '../kernel/syscalls.ts';
import { ERRNO } from '../uapi/errno.ts';
import { StateError } from './state-file.ts';

export interface LockOptions {
  readonly stateDir: string;
  /** What we are about to do, for whoever finds the folder locked. */
  readonly operation: string;
  readonly timeoutMs: number;
  readonly syscalls: Syscalls;
}

/** Undone by dispose, or by the end of the process. */
export interface Lock extends Disposable {
  readonly path: string;
}

/** How often a busy lock is tried again. */
const RETRY_MS = 100;

/** @throws StateError STATE_LOCKED, naming the holder, when the time is up */
export async function takeLock(options: LockOptions): Promise<Lock> {
  const { stateDir, operation, timeoutMs, syscalls } = options;
  const path = join(stateDir, 'lock');
  const fd = openLockFile(path, syscalls);
  for (let waitedMs = 0; syscalls.flock(fd) === -ERRNO.EAGAIN; waitedMs += RETRY_MS) {
    if (waitedMs >= timeoutMs) {
      syscalls.close(fd);
      throw new StateError('STATE_LOCKED', `${stateDir} is in use by ${holderOf(path)}`);
    }
    await sleep(RETRY_MS);
  }
  writeFileSync(path, `pid ${process.pid}, ${operation}, since ${new Date().toISOString()}\n`);
  return {
    path,
    [Symbol.dispose]: () => {
      truncateSync(path);
      syscalls.close(fd);
    },
  };
}

function openLockFile(path: string, syscalls: Syscalls): number {
  try {
    writeFileSync(path, '', { flag: 'a', mode: 0o600 });
  } catch (error) {
    throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be written: ${String(error)}`);
  }
  const fd = syscalls.open(path, 'read-write');
  if (fd < 0) throw new StateError('STATE_NOT_WRITABLE', `${path} cannot be opened`);
  return fd;
}

function holderOf(path: string): string {
  const holder = readFileSync(path, 'utf8').trim();
  return holder === '' ? 'another run' : holder;
}
