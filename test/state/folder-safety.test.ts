import { chmodSync, chownSync, lchownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unsafeFolder } from '../../src/state/folder-safety.ts';
import { cli } from '../support/run-cli.ts';
import { IS_ROOT } from '../support/special-files.ts';

let folder: string;
let state: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pasidctl-safety-')));
  state = join(folder, 'state');
  mkdirSync(state, { mode: 0o700 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const faults = (path: string): string[] => unsafeFolder(path).map(({ code, message }) => `${code}: ${message}`);

test('a folder of ours alone is safe, and so is one that does not exist', () => {
  expect(faults(state)).toEqual([]);
  expect(faults(join(folder, 'none'))).toEqual([]);
});

test('a folder that everybody can write to is not', () => {
  chmodSync(state, 0o777);
  expect(faults(state)).toEqual([expect.stringMatching(/^STATE_FOLDER_UNSAFE: .*everybody/)]);
});

test.skipIf(!IS_ROOT)('a folder that a foreign group can write to is not (needs root)', () => {
  chmodSync(state, 0o770);
  expect(faults(state)).toEqual([]);
  chownSync(state, 0, 12_345);
  expect(faults(state)).toEqual([expect.stringContaining('by the group with the number 12345')]);
  chmodSync(state, 0o750);
  expect(faults(state)).toEqual([]);
});

test('a folder that is named by a link is not', () => {
  const link = join(folder, 'link');
  symlinkSync(state, link);
  expect(faults(link)).toEqual([expect.stringMatching(/symbolic link .*link$/)]);
});

test.skipIf(!IS_ROOT)('a folder of another user, or behind a link of one, is not (needs root)', () => {
  chownSync(state, 12_345, 12_345);
  expect(faults(state)).toEqual([expect.stringContaining('another user')]);
  chownSync(state, 0, 0);
  symlinkSync(folder, join(folder, 'up'));
  expect(faults(join(folder, 'up', 'state'))).toEqual([]);
  lchownSync(join(folder, 'up'), 12_345, 12_345);
  expect(faults(join(folder, 'up', 'state'))).toEqual([expect.stringContaining('symbolic link')]);
});

test.each([['status'], ['plan'], ['apply'], ['destroy']])('%s warns, and goes on', async (command) => {
  chmodSync(state, 0o777);
  const example = new URL('../../examples/two-pasids.yaml', import.meta.url).pathname;
  const spec = command === 'plan' || command === 'apply' ? ['-f', example] : [];
  const approve = command === 'apply' || command === 'destroy' ? ['--auto-approve'] : [];
  const { exitCode, stderr } = await cli([command, ...spec, ...approve, '--backend', 'sim', '--state-dir', state]);
  expect(exitCode).toBe(0);
  expect(stderr).toContain('warning[STATE_FOLDER_UNSAFE]');
});
