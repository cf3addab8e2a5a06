/** The built program as a shell runs it: what only the process itself shows. `npm test` builds it first. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reportBug } from '../../src/cli/report-bug.ts';
import { cliDeps } from '../support/run-cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

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
