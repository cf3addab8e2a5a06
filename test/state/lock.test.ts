import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLibc } from '../../src/kernel/libc.ts';
import type { Syscalls } from '../../src/kernel/syscalls.ts';
import { type LockOptions, underLock } from '../../src/state/lock.ts';
import { ERRNO, type ErrnoName } from '../../src/uapi/errno.ts';
import { withFailingFiles } from '../support/failing-files.ts';

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'pasidctl-lock-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

function lock(syscalls: Partial<Syscalls> = {}): LockOptions {
  const actor = { operation: 'a run', pid: process.pid, now: () => new Date() };
  return { stateDir, actor, timeoutMs: 0, syscalls: { ...openLibc(), ...syscalls } };
}

describe('the lock of the state folder', () => {
  test('lets one run in, and the next when that has ended', async () => {
    await underLock(lock(), async () => {
      expect(readFileSync(join(stateDir, 'lock'), 'utf8')).toMatch(`pid ${process.pid}, a run`);
      await expect(underLock(lock(), async () => 'in')).rejects.toMatchObject({
        code: 'STATE_LOCKED',
        reason: 'locked',
      });
    });
    expect(await underLock(lock(), async () => 'in')).toBe('in');
  });

  const OTHERS = (Object.keys(ERRNO) as ErrnoName[]).filter((name) => name !== 'EAGAIN');
  test.each(OTHERS)('is not taken when the kernel answers %s: nothing runs, and the errno is named', async (name) => {
    let ran = false;
    const closed: number[] = [];
    const real = openLibc();
    const run = underLock(
      lock({
        flock: () => -ERRNO[name],
        close: (fd) => {
          closed.push(fd);
          return real.close(fd);
        },
      }),
      async () => {
        ran = true;
      },
    );
    await expect(run).rejects.toMatchObject({ code: 'STATE_LOCK_FAILED', message: expect.stringContaining(name) });
    expect({ ran, closed: closed.length }).toEqual({ ran: false, closed: 1 });
  });

  test.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES'] as const)(
    'fails no run that has it when its note meets %s',
    async (errno) => {
      const refuses = (call: string, count: number): boolean =>
        count > 0 && (call === 'ftruncateSync' || call === 'writeSync');
      const { value } = await withFailingFiles({ folder: stateDir, errno, refuses }, () =>
        underLock(lock(), async () => 'done'),
      );
      expect(value).toBe('done');
      expect(await underLock(lock(), async () => 'in')).toBe('in');
    },
  );
});
