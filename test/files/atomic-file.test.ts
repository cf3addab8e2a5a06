import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepTemporaries, writeAtomically } from '../../src/files/atomic-file.ts';
import { fifoIn, IS_ROOT, NEEDS_ROOT, nodeIn } from '../support/special-files.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-atomic-'));
  file = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a link, a FIFO and a folder stay what they are', () => {
  writeFileSync(file, 'precious');
  const link = join(folder, 'link');
  symlinkSync(file, link);
  for (const path of [link, fifoIn(folder), folder]) {
    const kind = lstatSync(path).mode;
    expect(() => writeAtomically(path, 'new')).toThrow('is not replaced');
    expect(lstatSync(path).mode).toBe(kind);
  }
  expect(readlinkSync(link)).toBe(file);
  expect(readFileSync(file, 'utf8')).toBe('precious');
});

test.skipIf(!IS_ROOT)(`a device node stays a device node${NEEDS_ROOT}`, () => {
  const node = nodeIn(folder, 'full');
  expect(() => writeAtomically(node, 'new')).toThrow('a character device is there');
  expect(lstatSync(node).isCharacterDevice()).toBe(true);
});

test('what stands under the name of the temporary file is removed, and not written into', () => {
  writeFileSync(join(folder, 'precious'), 'precious');
  symlinkSync(join(folder, 'precious'), `${file}.${process.pid}.tmp`);
  writeAtomically(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('precious');
  expect(readdirSync(folder).sort()).toEqual(['file', 'precious']);
});

test('of temporary files those of dead processes and of our names are swept, and nothing else', () => {
  const names = ['ledger.json.1.tmp', 'ledger.json.2.tmp', 'other.1.tmp', 'ledger.json.x.tmp', 'ledger.json.1.tmp.bak'];
  for (const name of names) writeFileSync(join(folder, name), '');
  sweepTemporaries(folder, ['ledger.json'], (pid) => pid === 1);
  expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
});
