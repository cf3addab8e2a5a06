import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logPieces } from '../../src/guest/log-file.ts';

let folder = '';
let log = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-log-'));
  log = join(folder, 'log');
  writeFileSync(log, 'one\ntwo\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function text(pieces: AsyncIterable<Uint8Array>, onPiece: (piece: string) => void = () => undefined) {
  let all = '';
  for await (const piece of pieces) {
    all += String(Buffer.from(piece));
    onPiece(all);
  }
  return all;
}

test('a line without an end is left out, since it may be cut within a number', async () => {
  appendFileSync(log, 'thr');
  expect(await text(logPieces(log, null))).toBe('one\ntwo\n');
});

test('lines come whole although they are longer than what is read at once', async () => {
  const line = `${'x'.repeat(100_000)}\n`;
  appendFileSync(log, line);
  expect(await text(logPieces(log, null))).toBe(`one\ntwo\n${line}`);
});

test('a followed log is read on until its writer closes it', async () => {
  const writer = openSync(log, 'a');
  const reading = text(logPieces(log, { stop: new AbortController().signal }), (all) => {
    if (!all.endsWith('three\n')) writeSync(writer, 'three\n');
    else closeSync(writer);
  });
  expect(await reading).toBe('one\ntwo\nthree\n');
});

test('what was written before the stop is still read', async () => {
  const stop = new AbortController();
  const reading = text(logPieces(log, { stop: stop.signal }));
  await wait(100);
  appendFileSync(log, 'three\n');
  stop.abort();
  expect(await reading).toBe('one\ntwo\nthree\n');
});

test('a log that is shortened is a new one, and the old has ended', async () => {
  const reading = text(logPieces(log, { stop: new AbortController().signal }));
  await wait(100);
  truncateSync(log);
  expect(await reading).toBe('one\ntwo\n');
});

test('a folder or a device is no log', async () => {
  await expect(text(logPieces(folder, null))).rejects.toThrow();
  await expect(text(logPieces('/dev/null', null))).rejects.toThrow('not a regular file');
});
