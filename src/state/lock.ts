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

/** How often a busy lock is tried again. */
const RETRY_MS = 100;

/**
 * Do the work while nobody else can change the state folder.
 *
 * @throws StateError STATE_LOCKED, naming the holder, when the time is up
 */
export async function underLock<T>(options: LockOptions, work: () => Promise<T>): Promise<T> {
  const release = await takeLock(options);
  try {
    return await work();
  } finally {
    release();
  }
}

async function takeLock(options: LockOptions): Promise<() => void> {
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
  return () => {
    truncateSync(path);
    syscalls.close(fd);
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
