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
import { cliAsNobody, NOBODY, nobodyCannotRun } from '../support/as-nobody.ts';
import { guestImage } from '../support/guest-image.ts';
import { onPty } from '../support/pty.ts';
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

test('output that cannot be written is told, and exits 74', () => {
  const { status, stderr } = shell('pasidctl explain > /dev/full');
  expect(status).toBe(74);
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

describe('doctor as another user than root', () => {
  test('says what it could not read, and is no crash', ({ skip }) => {
    const why = nobodyCannotRun();
    skip(why !== null, why ?? '');
    const { status, stdout, stderr } = cliAsNobody(['doctor']);
    expect({ status, stderr }).toEqual({ status: 4, stderr: '' });
    expect(stdout).toContain(`read as user ${NOBODY}`);
    expect(stdout).toContain('Not as root: ');
    expect(stdout).toMatch(/unknown\[HOST_CAPABILITIES_UNKNOWN\]|fatal\[HOST_NOTHING_WITH_PASIDS\]/);
    const document = JSON.parse(cliAsNobody(['doctor', '-o', 'json']).stdout);
    expect(document.machine).toMatchObject({ uid: NOBODY, mayReadConfig: false, hung: [] });
  });
});

test('the demo goes through', () => {
  const { status, stdout, stderr } = shell('node examples/demo.mjs');
  expect({ status, told: stderr.includes('demo:') }).toEqual({ status: 0, told: false });
  expect(stdout).toContain('Plan: 1 to add, 1 to change, 0 to remove; disruption: dma-fault (dsa1).');
});

test('a bug is told with a way to report it, and its stack only on demand', () => {
  const quiet = cliDeps();
  expect(reportBug(new Error('oh \u001b[2J'), quiet.deps)).toBe(70);
  expect(quiet.read().stderr).toContain('this is a bug in pasidctl: Error: oh \\x1b[2J');
  const loud = cliDeps({ env: { PASIDCTL_DEBUG: '1' } });
  reportBug(new Error('oh'), loud.deps);
  expect(loud.read().stderr).toContain('program.test.ts');
});

test('LC_ALL=C gets ASCII: help, plans, errors, and the screen of a terminal', async () => {
  const { stdout } = shell(
    'export LC_ALL=C; { pasidctl explain; for code in $(pasidctl explain -o json | grep -o "[A-Z]*_[A-Z_]*"); do echo; done; ' +
      'pasidctl plan -f examples/two-pasids.yaml --backend sim --state-dir /nonexistent/x; pasidctl guest; pasidctl replay --help; } 2>&1',
  );
  expect(stdout).not.toMatch(/\P{ASCII}/u);
  const { screen } = await onPty(['node', PROGRAM, 'explain', 'STATE_LOCKED'], [], { LC_ALL: 'C' });
  expect(screen).not.toMatch(/\P{ASCII}/u);
});

test('bash completes without the package bash-completion, and offers the shells that there are scripts for', async () => {
  const functions = `pasidctl() { node ${PROGRAM} "$@"; }; source <(pasidctl completion bash)`;
  const { screen } = await onPty(
    ['bash', '--norc', '--noprofile', '-i'],
    [
      ['READY>', `${functions}; echo SOUR''CED\r`],
      ['SOURCED', 'pasidctl expl\t'],
      ['pasidctl explain', '\x15pasidctl completion \t\t'],
      ['zsh', '\x15exit\r'],
    ],
    { PS1: 'READY>' },
  );
  expect(screen).toContain('pasidctl explain');
  expect(screen).not.toContain('command not found');
  expect(screen).not.toContain('powershell');
});

test('a spec given as a plan, and a plan given as a spec, are told apart with the way to give them', () => {
  const { stdout } = shell(`
    folder=$(mktemp -d); on="--backend sim --state-dir $folder/state"
    pasidctl plan -f examples/two-pasids.yaml $on --out $folder/it.plan > /dev/null
    pasidctl apply examples/two-pasids.yaml $on -y 2>&1; echo "exit $?"
    pasidctl apply -f $folder/it.plan $on -y 2>&1; echo "exit $?"
    rm -r $folder`);
  expect(stdout).toContain('pasidctl apply -f examples/two-pasids.yaml');
  expect(stdout).toContain('it.plan`');
  expect(stdout.match(/exit 64/g)).toHaveLength(2);
});
