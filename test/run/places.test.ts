import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CliRun, cli } from '../support/run-cli.ts';

const EXAMPLE = new URL('../../examples/two-pasids.yaml', import.meta.url).pathname;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-places-'));
  file = join(folder, 'file');
  writeFileSync(file, 'x');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answerOf = ({ exitCode, stdout }: CliRun): unknown => ({
  exitCode,
  codes: JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code),
});

describe('a root that is no machine’s is refused with words (exit 64)', () => {
  const wrong = { exitCode: 64, codes: ['USAGE_ROOT_NO_MACHINE'] };

  test.each(['inventory', 'status', 'plan'])('by %s', async (command) => {
    const words = [command, ...(command === 'plan' ? ['-f', EXAMPLE] : []), '--state-dir', folder, '-o', 'json'];
    for (const root of [join(folder, 'none'), file, folder]) {
      expect(answerOf(await cli([...words, '--root', root]))).toEqual(wrong);
    }
  });

  test('and one with sys or proc is looked at', async () => {
    mkdirSync(join(folder, 'proc'));
    expect((await cli(['inventory', '--root', folder])).exitCode).toBe(0);
  });
});

describe('a state folder that is a file is refused (exit 64)', () => {
  test.each(['status', 'destroy', 'plan', 'apply'])('by %s', async (command) => {
    const spec = command === 'plan' || command === 'apply' ? ['-f', EXAMPLE] : [];
    const approve = command === 'apply' || command === 'destroy' ? ['--auto-approve'] : [];
    for (const stateDir of [file, join(file, 'below')]) {
      const words = [command, ...spec, ...approve, '--backend', 'sim', '--state-dir', stateDir, '-o', 'json'];
      expect(answerOf(await cli(words))).toEqual({ exitCode: 64, codes: ['USAGE_STATE_DIR_NO_FOLDER'] });
    }
  });

  test('also behind a link', async () => {
    symlinkSync(file, join(folder, 'link'));
    const status = await cli(['status', '--backend', 'sim', '--state-dir', join(folder, 'link'), '-o', 'json']);
    expect(answerOf(status)).toEqual({ exitCode: 64, codes: ['USAGE_STATE_DIR_NO_FOLDER'] });
  });
});
