import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLibc } from '../../src/kernel/libc.ts';
import { POLLIN, POLLOUT } from '../../src/kernel/syscalls.ts';
import { ERRNO } from '../../src/uapi/errno.ts';

const FIONREAD = 0x541b;
const NO_FD = 1_000_000;

const libc = openLibc();
const open: number[] = [];

/** Closed after the test. */
function opened(fd: number): number {
  expect(fd).toBeGreaterThanOrEqual(0);
  open.push(fd);
  return fd;
}

afterEach(() => {
  for (const fd of open.splice(0)) libc.close(fd);
});

describe('files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pasidctl-libc-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('what is absent is ENOENT', () => {
    expect(libc.open(join(folder, 'none'), 'read-only')).toBe(-ERRNO.ENOENT);
  });

  test('a path with a NUL is not cut short', () => {
    expect(libc.open('/dev/null\0x', 'read-only')).toBe(-ERRNO.EINVAL);
  });

  test('read-only is read-only', () => {
    const fd = opened(libc.open('/dev/null', 'read-only'));
    expect(libc.write(fd, new Uint8Array(1))).toBe(-ERRNO.EBADF);
  });

  test('a second close is EBADF', () => {
    const fd = libc.open('/dev/null', 'read-write');
    expect(libc.close(fd)).toBe(0);
    expect(libc.close(fd)).toBe(-ERRNO.EBADF);
  });

  test('a copy of a file outlives the file', () => {
    const fd = libc.memfd('copy', 16);
    const copy = opened(libc.dup(fd));
    expect(copy).not.toBe(fd);
    libc.close(fd);
    expect(libc.write(copy, new Uint8Array(4))).toBe(4);
    expect(libc.dup(NO_FD)).toBe(-ERRNO.EBADF);
  });

  test('one holder of a lock at a time: EAGAIN for the next, until the first closes', () => {
    const path = join(folder, 'lock');
    writeFileSync(path, '');
    const first = libc.open(path, 'read-write');
    const second = opened(libc.open(path, 'read-write'));
    expect(libc.flock(first)).toBe(0);
    expect(libc.flock(second)).toBe(-ERRNO.EAGAIN);
    libc.close(first);
    expect(libc.flock(second)).toBe(0);
  });

  test('children do not inherit our files', async () => {
    const fd = opened(libc.memfd('private', 16));
    const copy = opened(libc.dup(fd));
    const child = spawn('ls', ['/proc/self/fd'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let listing = '';
    for await (const chunk of child.stdout) listing += String(chunk);
    expect(listing.split('\n')).not.toContain(String(fd));
    expect(listing.split('\n')).not.toContain(String(copy));
  });
});

describe('ioctl', () => {
  test('a file without the request refuses it', () => {
    const fd = opened(libc.open('/dev/null', 'read-write'));
    expect(libc.ioctl(fd, 0x3b80, new Uint8Array(8))).toBe(-ERRNO.ENOTTY);
    expect(libc.ioctl(fd, 0x3b80, 0n)).toBe(-ERRNO.ENOTTY);
    expect(libc.ioctl(-1, 0x3b80, new Uint8Array(8))).toBe(-ERRNO.EBADF);
  });

  test('the kernel’s answer lands in the caller’s bytes, at an offset too', () => {
    const fd = opened(libc.memfd('answer', 12_345));
    const bytes = new Uint8Array(16);
    expect(libc.ioctl(fd, FIONREAD, bytes.subarray(8))).toBe(0);
    expect(new DataView(bytes.buffer).getInt32(8, true)).toBe(12_345);
    expect(new DataView(bytes.buffer).getInt32(0, true)).toBe(0);
  });

  test('an address stands for the bytes that lie there', () => {
    const fd = opened(libc.memfd('address', 777));
    const bytes = new Uint8Array(4);
    expect(libc.ioctl(fd, FIONREAD, libc.addressOf(bytes))).toBe(0);
    expect(new DataView(bytes.buffer).getInt32(0, true)).toBe(777);
  });

  test('a bad address is EFAULT', () => {
    const fd = opened(libc.memfd('fault', 777));
    expect(libc.ioctl(fd, FIONREAD, 8n)).toBe(-ERRNO.EFAULT);
  });
});

describe('memory', () => {
  test('a file of memory has its size, and is read and written', () => {
    const fd = opened(libc.memfd('memory', 8192));
    expect(libc.write(fd, Uint8Array.of(1, 2, 3))).toBe(3);
    const bytes = new Uint8Array(4);
    expect(libc.pread(fd, bytes, 1n)).toBe(4);
    expect([...bytes]).toEqual([2, 3, 0, 0]);
    expect(libc.pread(fd, bytes, 8190n)).toBe(2);
    expect(libc.read(fd, bytes)).toBe(4);
  });

  test('a size that cannot be is refused and leaves no file open', () => {
    const fd = opened(libc.open('/dev/null', 'read-only'));
    const lowestFree = libc.dup(fd);
    libc.close(lowestFree);
    expect(libc.memfd('impossible', -1)).toBe(-ERRNO.EINVAL);
    expect(opened(libc.dup(fd))).toBe(lowestFree);
  });

  test('mapped memory is the file’s memory', () => {
    const fd = opened(libc.memfd('mapped', 8192));
    const map = { lengthBytes: 4096, protection: 'read-write', sharing: 'shared', fd, offset: 4096n } as const;
    const address = libc.mmap(map);
    expect(address).toBeGreaterThan(0n);
    expect(libc.ioctl(fd, FIONREAD, address)).toBe(0);
    const size = new Uint8Array(4);
    libc.pread(fd, size, 4096n);
    expect(new DataView(size.buffer).getInt32(0, true)).toBe(8192);
    expect(libc.munmap(address, 4096)).toBe(0);
    expect(libc.ioctl(fd, FIONREAD, address)).toBe(-ERRNO.EFAULT);
  });

  test('anonymous memory that may only be read takes no answer', () => {
    const fd = opened(libc.memfd('answer', 5));
    const address = libc.mmap({ lengthBytes: 4096, protection: 'read', sharing: 'private' });
    expect(libc.ioctl(fd, FIONREAD, address)).toBe(-ERRNO.EFAULT);
    libc.munmap(address, 4096);
  });

  test('a refused mapping is a negative errno', () => {
    const map = { lengthBytes: 0, protection: 'none', sharing: 'private' } as const;
    expect(libc.mmap(map)).toBe(BigInt(-ERRNO.EINVAL));
    expect(libc.mmap({ ...map, lengthBytes: 4096, fd: NO_FD })).toBe(BigInt(-ERRNO.EBADF));
  });

  test.each([1, 8, 40, 64, 65, 4096])('%d bytes stay where addressOf saw them', (length) => {
    const collect = collector();
    const fd = opened(libc.memfd('still', 4242));
    const arrays = Array.from({ length: 50 }, () => new Uint8Array(Math.max(4, length)));
    const addresses = arrays.map((bytes) => libc.addressOf(bytes));
    collect();
    for (const [index, address] of addresses.entries()) {
      expect(libc.ioctl(fd, FIONREAD, address)).toBe(0);
      const bytes = arrays[index] ?? new Uint8Array(4);
      expect(new DataView(bytes.buffer).getInt32(0, true)).toBe(4242);
      expect(libc.addressOf(bytes)).toBe(address);
    }
  });

  test('a part of an array lies inside it, and nothing is nowhere', () => {
    const bytes = new Uint8Array(64);
    expect(libc.addressOf(bytes.subarray(24)) - libc.addressOf(bytes)).toBe(24n);
    expect(libc.addressOf(new Uint8Array(0))).toBe(0n);
  });
});

describe('poll', () => {
  test('a file is ready at once', () => {
    const fd = opened(libc.memfd('ready', 16));
    expect(libc.poll(fd, POLLIN | POLLOUT, 0)).toBe(POLLIN | POLLOUT);
  });

  test('an idle file is 0 after the time is up, and not before', () => {
    const fd = opened(libc.open('/proc/self/mounts', 'read-only'));
    const start = performance.now();
    expect(libc.poll(fd, 2, 40)).toBe(0);
    expect(performance.now() - start).toBeGreaterThanOrEqual(39);
  });

  test('a signal neither ends nor lengthens the wait', async () => {
    const fd = opened(libc.open('/proc/self/mounts', 'read-only'));
    process.on('SIGUSR2', ignore);
    const sender = spawn('sh', [
      '-c',
      `echo ready; for i in 1 2 3 4 5 6; do kill -USR2 ${process.pid}; sleep 0.02; done`,
    ]);
    await new Promise((resolve) => sender.stdout.once('data', resolve));
    const start = performance.now();
    expect(libc.poll(fd, 2, 150)).toBe(0);
    expect(performance.now() - start).toBeGreaterThanOrEqual(149);
    expect(performance.now() - start).toBeLessThan(1000);
    await new Promise((resolve) => sender.once('close', resolve));
    process.off('SIGUSR2', ignore);
  });
});

function ignore(): void {}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
