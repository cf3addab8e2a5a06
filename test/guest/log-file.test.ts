import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logPieces } from '../../src/guest/log-file.ts';
import { hasEnded } from '../../src/guest/log-writer.ts';

let folder = '';
let log = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-log-'));
  log = join(folder, 'log');
  writeFileSync(log, 'one\ntwo\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Waits for a state of the world, not for a time: other tests may keep the machine busy. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(10);
}

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
  let all = '';
  const reading = text(logPieces(log, { stop: stop.signal }), (so) => {
    all = so;
  });
  await until(() => all.endsWith('two\n'));
  appendFileSync(log, 'three\n');
  stop.abort();
  expect(await reading).toBe('one\ntwo\nthree\n');
});

test.each<[string, string, () => void]>([
  ['shortened', 'truncated', () => truncateSync(log)],
  ['shortened, and longer than before at once', 'truncated', () => writeFileSync(log, 'three\nfour\nfive\n')],
  ['replaced', 'replaced', () => renameSync(join(folder, 'new'), log)],
  ['removed', 'removed', () => rmSync(log)],
])('a followed log that is %s has all its lines read, and is told as %s', async (_, loss, change) => {
  writeFileSync(join(folder, 'new'), 'three\n');
  let all = '';
  const reading = text(logPieces(log, { stop: new AbortController().signal }), (so) => {
    all = so;
  });
  // Handled below; the reader may lose the log before that.
  reading.catch(() => undefined);
  await until(() => all.endsWith('two\n'));
  appendFileSync(log, 'last\n');
  if (loss === 'truncated') await until(() => all.endsWith('last\n'));
  change();
  await expect(reading).rejects.toMatchObject({ name: 'LogLost', loss });
  expect(all).toBe('one\ntwo\nlast\n');
});

test('a log that is renamed or removed is read on while its writer writes it', async () => {
  const writer = openSync(log, 'a');
  let all = '';
  const reading = text(logPieces(log, { stop: new AbortController().signal }), (so) => {
    all = so;
  });
  await until(() => all.endsWith('two\n'));
  rmSync(log);
  writeSync(writer, 'three\n');
  await until(() => all.endsWith('three\n'));
  closeSync(writer);
  // The writer is this process, which lives on and may write elsewhere.
  await expect(reading).rejects.toMatchObject({ name: 'LogLost', loss: 'removed' });
});

test('a log of a writer that has ended is complete, although it was rotated', async () => {
  const writer = execa('bash', ['-c', 'exec 3>>"$0"; echo three >&3; read -r; echo four >&3', log]);
  await until(() => readFileSync(log, 'utf8').endsWith('three\n'));
  let all = '';
  const reading = text(logPieces(log, { stop: new AbortController().signal }), (so) => {
    all = so;
  });
  // The reader looks for the writer before it reads.
  await until(() => all.endsWith('three\n'));
  renameSync(log, `${log}.1`);
  writer.stdin?.end('\n');
  await writer;
  await reading;
  expect(all).toBe('one\ntwo\nthree\nfour\n');
});

test('a writer has ended although nobody has waited for it', async () => {
  const parent = execa('bash', ['-c', 'sleep 0 & echo $!; exec sleep 30']);
  const [pid] = (await parent.stdout[Symbol.asyncIterator]().next()).value.toString().split('\n');
  await until(() => / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));
  expect([hasEnded(`/proc/${pid}/fd/3`), hasEnded(`/proc/${process.pid}/fd/3`)]).toEqual([true, false]);
  parent.kill();
  await parent.catch(() => undefined);
});

test('silence is told once, and what is written later is still read', async () => {
  const stop = new AbortController();
  let told = 0;
  const onWait = () => {
    told += 1;
    appendFileSync(log, 'three\n');
    setTimeout(() => stop.abort(), 200);
  };
  expect(await text(logPieces(log, { stop: stop.signal, onWait }))).toBe('one\ntwo\nthree\n');
  expect(told).toBe(1);
});

test('a folder or a device is no log', async () => {
  await expect(text(logPieces(folder, null))).rejects.toThrow();
  await expect(text(logPieces('/dev/null', null))).rejects.toThrow('not a regular file');
});
