import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOwnFile, readWholeFile, readWholeStream } from '../../src/files/read-whole.ts';
import { fifoIn, IS_ROOT, NEEDS_ROOT, nodeIn, socketIn } from '../support/special-files.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-files-'));
  file = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SMALL = { limitBytes: 100 };

describe('a whole file', () => {
  test.each([0, 1, 99, 100])('of %d bytes is read within a limit of 100', async (size) => {
    writeFileSync(file, 'x'.repeat(size));
    expect((await readWholeFile(file, SMALL)).length).toBe(size);
    expect(readOwnFile(file, 100).length).toBe(size);
  });

  test('that is larger is refused, a sparse one of a terabyte at once', async () => {
    writeFileSync(file, 'x'.repeat(101));
    await expect(readWholeFile(file, SMALL)).rejects.toThrow('larger than 100 bytes');
    truncateSync(file, 2 ** 40);
    await expect(readWholeFile(file, { limitBytes: 1 << 20 })).rejects.toThrow('larger than 1 MiB');
  });

  test('without a size, as in /proc, is read to its end or to the limit', async () => {
    expect((await readWholeFile('/proc/self/status', { limitBytes: 1 << 20 })).toString()).toContain('Name:');
    await expect(readWholeFile('/proc/self/status', { limitBytes: 10 })).rejects.toThrow('larger than');
  });

  test('of ours alone is no link; one that was named may be', async () => {
    writeFileSync(file, 'x');
    symlinkSync(file, join(folder, 'link'));
    expect((await readWholeFile(join(folder, 'link'), SMALL)).toString()).toBe('x');
    expect(() => readOwnFile(join(folder, 'link'), 100)).toThrow('ELOOP');
  });

  test('is no folder, socket, device or FIFO', async () => {
    mkdirSync(file);
    await expect(readWholeFile(file, SMALL)).rejects.toThrow('it is a folder');
    const { path, server } = await socketIn(folder);
    await expect(readWholeFile(path, { ...SMALL, fifo: true })).rejects.toThrow('it is a socket');
    server.close();
    await expect(readWholeFile('/dev/zero', SMALL)).rejects.toThrow('it is a character device');
    const fifo = fifoIn(folder);
    await expect(readWholeFile(fifo, SMALL)).rejects.toThrow('it is a FIFO');
    expect(() => readOwnFile(fifo, 100)).toThrow('it is a FIFO');
  });

  test.skipIf(!IS_ROOT)(`is no device node that somebody made${NEEDS_ROOT}`, async () => {
    await expect(readWholeFile(nodeIn(folder, 'zero'), SMALL)).rejects.toThrow('it is a character device');
  });
});

describe('a FIFO', () => {
  const options = { ...SMALL, fifo: true };

  test('is waited for, read to its end, and bounded', async () => {
    const fifo = fifoIn(folder);
    const told: number[] = [];
    const reading = readWholeFile(fifo, { ...options, waiting: () => told.push(1) });
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(told).toEqual([1]);
    appendFileSync(fifo, 'hello');
    expect((await reading).toString()).toBe('hello');

    const endless = readWholeFile(fifo, options);
    appendFileSync(fifo, 'x'.repeat(200));
    await expect(endless).rejects.toThrow('larger than 100 bytes');
  });

  test('that nobody writes to is given up when a signal comes', async () => {
    const stop = new AbortController();
    const reading = readWholeFile(fifoIn(folder), { ...options, signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(reading).rejects.toThrow('a signal came');
  });
});

test('a stream that fails says why, and one that was told to stop before does not begin', async () => {
  const failing = (async function* () {
    yield 'a';
    throw Object.assign(new Error('broken'), { code: 'EIO' });
  })();
  await expect(readWholeStream(failing, SMALL)).rejects.toMatchObject({ code: 'EIO' });
  const never = (async function* () {
    await new Promise(() => {});
    yield '';
  })();
  await expect(readWholeStream(never, { ...SMALL, signal: AbortSignal.abort() })).rejects.toThrow('a signal came');
});
