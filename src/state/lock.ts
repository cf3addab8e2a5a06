/**
 * One writer per state folder. The lock is flock(2) on an open file, so the kernel removes it with the process; the text in the
 * file is only for messages.
 */

import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Syscalls } from '../kernel/syscalls.ts';
import { ERRNO, errnoName } from '../uapi/errno.ts';
import { quietly } from './atomic-file.ts';
import { changing, notWritable, StateError } from './state-file.ts';

export interface LockOptions {
  readonly stateDir: string;
  /** The command, for the message of a run that finds the folder locked. */
  readonly operation: string;
  readonly timeoutMs: number;
  readonly syscalls: Syscalls;
}

/** How often a busy lock is tried again. */
const RETRY_MS = 100;

/**
 * Do the work while no other run can change the state folder.
 *
 * @throws StateError STATE_LOCKED, naming the other run, when the time is up; STATE_LOCK_FAILED when the lock cannot be taken
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
  try {
    for (let waitedMs = 0; !isTaken(fd, path, syscalls); waitedMs += RETRY_MS) {
      if (waitedMs >= timeoutMs) throw new StateError('STATE_LOCKED', `${stateDir} is in use by ${holderOf(path)}`);
      await sleep(RETRY_MS);
    }
  } catch (error) {
    syscalls.close(fd);
    throw error;
  }
  quietly(() => writeFileSync(path, `pid ${process.pid}, ${operation}, since ${new Date().toISOString()}\n`));
  return () => {
    quietly(() => truncateSync(path));
    syscalls.close(fd);
  };
}

/** Only EAGAIN means that another run has the lock; after other errors nothing may be changed. Source: flock(2). */
function isTaken(fd: number, path: string, syscalls: Syscalls): boolean {
  const result = syscalls.flock(fd);
  if (result >= 0) return true;
  if (result === -ERRNO.EAGAIN) return false;
  throw new StateError('STATE_LOCK_FAILED', `${path} cannot be locked: ${errnoName(result)}`);
}

function openLockFile(path: string, syscalls: Syscalls): number {
  changing(path, () => writeFileSync(path, '', { flag: 'a', mode: 0o600 }));
  const fd = syscalls.open(path, 'read-write');
  if (fd < 0) throw notWritable(`${path} cannot be opened`, errnoName(fd));
  return fd;
}

function holderOf(path: string): string {
  const holder = quietly(() => readFileSync(path, 'utf8').trim()) ?? '';
  return holder === '' ? 'another run' : holder;
}
