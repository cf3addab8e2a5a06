/** The built program as a shell runs it: what only the process itself shows. `npm test` builds it first. */

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportBug } from '../../src/cli/report-bug.ts';
import { guestImage } from '../support/guest-image.ts';
import { cliDeps } from '../support/run-cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/pasidctl.js');

const ROOT_TABLE = 'vtd_reg_write addr 0x20 size 0x8 value 0x1400\nvtd_reg_write addr 0x18 size 0x4 value 0x44000000\n';
const TRANSLATION_ON = 'vtd_reg_write addr 0x18 size 0x4 value 0x84000000\n';
const TRANSLATION_OFF = 'vtd_reg_write addr 0x18 size 0x4 value 0x4000000\n';

function shell(script: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('bash', ['-c', `set -o pipefail; pasidctl() { node dist/pasidctl.js "$@"; }; ${script}`], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

test('a reader that has seen enough is no error', () => {
  const { stdout, stderr } = shell('pasidctl explain | head -n 1');
  expect(stdout).toMatch(/^CODE/);
  expect(stderr).toBe('');
});

describe('a replay that follows a log', () => {
  let folder = '';
  let log = '';
  let writer = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pasidctl-follow-'));
    log = join(folder, 'log');
    writer = openSync(log, 'a');
    writeSync(writer, `${ROOT_TABLE}${TRANSLATION_ON}`);
    writeFileSync(join(folder, 'ram'), guestImage().bytes);
  });
  afterEach(() => {
    closeSync(writer);
    rmSync(folder, { recursive: true });
  });

  const follow = () => {
    const words = [PROGRAM, 'replay', '--qemu-trace', log, '--ram', join(folder, 'ram'), '--follow', '-o', 'json'];
    return execa('node', words, { reject: false, timeout: 30_000 });
  };
  const firstLine = (running: ReturnType<typeof follow>) => once(running.stdout, 'data');

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends in order at %s', async (signal) => {
    const running = follow();
    await firstLine(running);
    running.kill(signal);
    const { exitCode, stdout } = await running;
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout.split('\n').at(-1) ?? '')).toMatchObject({ stage: 'end', hwpts: 1 });
  });

  test('ends when nobody reads it any more', async () => {
    const running = follow();
    await firstLine(running);
    running.stdout.destroy();
    writeSync(writer, `${TRANSLATION_OFF}${TRANSLATION_ON}`);
    const { exitCode, stderr } = await running;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});

test('output that cannot be written is told, and exits 1', () => {
  const { status, stderr } = shell('pasidctl explain > /dev/full');
  expect(status).toBe(1);
  expect(stderr).toContain('ENOSPC');
});

test('the exit code is that of the command', () => {
  expect(shell('pasidctl nonsense').status).toBe(64);
  expect(shell('pasidctl validate -f examples/two-pasids.yaml').status).toBe(0);
});

test('the completion script of bash can be read twice', () => {
  const { status, stderr } = shell(
    'source <(pasidctl completion bash); source <(pasidctl completion bash); complete -p pasidctl',
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('the demo goes through', () => {
  const { status, stdout, stderr } = shell('node examples/demo.mjs');
  expect({ status, told: stderr.includes('demo:') }).toEqual({ status: 0, told: false });
  expect(stdout).toContain('Plan: 1 to add, 1 to change, 0 to remove; disruption: live.');
});

test('a bug is told with a way to report it, and its stack only on demand', () => {
  const quiet = cliDeps();
  expect(reportBug(new Error('oh \u001b[2J'), quiet.deps)).toBe(70);
  expect(quiet.read().stderr).toContain('this is a bug in pasidctl: Error: oh \\x1b[2J');
  const loud = cliDeps({ env: { PASIDCTL_DEBUG: '1' } });
  reportBug(new Error('oh'), loud.deps);
  expect(loud.read().stderr).toContain('program.test.ts');
});
