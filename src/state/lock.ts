/**
 * One writer per state folder. The lock is flock(2) on an open file, so the kernel removes it with the process; the text in the
 * file is only for messages.
 */

import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultOfErrno } from '../files/file-fault.ts';
import { demandRegular, lstatIfThere } from '../files/file-kind.ts';
import { quietly } from '../files/quietly.ts';
import { readOwnFile } from '../files/read-whole.ts';
import type { Syscalls } from '../kernel/syscalls.ts';
import { ERRNO, errnoName } from '../uapi/errno.ts';
import { changing, StateError } from './state-file.ts';

export interface LockOptions {
  readonly stateDir: string;
  /** The process that takes it and its command, for the message of a run that finds the folder locked. */
  readonly actor: { readonly operation: string; readonly pid: number; readonly now: () => Date };
  readonly timeoutMs: number;
  readonly syscalls: Syscalls;
}

/** A lock that this process has taken. */
export interface Lock {
  /**
   * Call it before each write: someone may have removed the folder, and another run may have made and locked a new one.
   *
   * @throws StateError STATE_LOCK_LOST
   */
  demand(): void;
}

/** Far more than a note has. */
const NOTE_BYTES = 4096;

/** How often a busy lock is tried again. */
const RETRY_MS = 100;

/**
 * Do the work while no other run can change the state folder.
 *
 * @throws StateError STATE_LOCKED, naming the other run, when the time is up; STATE_LOCK_FAILED when the lock cannot be taken
 */
export async function underLock<T>(options: LockOptions, work: (lock: Lock) => Promise<T>): Promise<T> {
  const lock = await takeLock(options);
  try {
    return await work(lock);
  } finally {
    lock.release();
  }
}

async function takeLock(options: LockOptions): Promise<Lock & { release(): void }> {
  const { stateDir, actor, timeoutMs, syscalls } = options;
  const path = join(stateDir, 'lock');
  const fd = openLockFile(path);
  const demand = (): void => {
    if (!isAt(path, fd))
      throw new StateError('STATE_LOCK_LOST', `${path} is no longer the file that this run has locked`);
  };
  try {
    for (let waitedMs = 0; !tryLock(fd, path, syscalls); waitedMs += RETRY_MS) {
      if (waitedMs >= timeoutMs) throw new StateError('STATE_LOCKED', `${stateDir} is in use by ${noteIn(path)}`);
      await sleep(RETRY_MS);
    }
    demand();
  } catch (error) {
    syscalls.close(fd);
    throw error;
  }
  const note = `pid ${actor.pid}, ${actor.operation}, since ${actor.now().toISOString()}\n`;
  quietly(() => ftruncateSync(fd));
  quietly(() => writeSync(fd, note));
  return {
    demand,
    release: () => {
      quietly(() => ftruncateSync(fd));
      syscalls.close(fd);
    },
  };
}

/** Whether the path leads to the open file. */
function isAt(path: string, fd: number): boolean {
  const there = lstatIfThere(path);
  const open = fstatSync(fd);
  return there !== null && there.ino === open.ino && there.dev === open.dev;
}

/** True when this run has the lock now. Only EAGAIN means that another run has it; after other errors nothing may be changed. Source: flock(2). */
function tryLock(fd: number, path: string, syscalls: Syscalls): boolean {
  const result = syscalls.flock(fd);
  if (result >= 0) return true;
  if (result === -ERRNO.EAGAIN) return false;
  throw new StateError('STATE_LOCK_FAILED', `${path} cannot be locked: ${faultOfErrno(errnoName(result)).words}`);
}

/** The note is written through the open file, and never through a link. */
const OPEN = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

function openLockFile(path: string): number {
  return changing(path, () => {
    const fd = openSync(path, OPEN, 0o600);
    try {
      demandRegular(fstatSync(fd));
      return fd;
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  });
}

function noteIn(path: string): string {
  const note = quietly(() => readOwnFile(path, NOTE_BYTES).toString().trim()) ?? '';
  return note === '' ? 'another run' : note;
}
