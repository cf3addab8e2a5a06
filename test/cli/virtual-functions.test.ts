/** PFs with `virtualFunctions` and modules loaded for a spec, from the plan to the return, on the simulator. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CliRun, cli } from '../support/run-cli.ts';

let folder = '';
let on: readonly string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-vfs-'));
  on = ['--backend', 'sim', '--state-dir', join(folder, 'state')];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PF = '{ name: nic, address: "0000:6b:00.0", virtualFunctions: 2 }';
const VF = '{ name: vf0, address: "0000:6b:00.1" }';
const DSA = '{ name: dsa, address: "0000:6a:01.0" }';
const DISK = '{ name: disk, address: "0000:6c:00.0" }';
const UNSAFE = 'vfioPci: { disableDenylist: true }\n';

function run(command: string, devices: readonly string[], { more = '', words = [] as readonly string[] } = {}) {
  const file = join(folder, 'spec.yaml');
  writeFileSync(file, `apiVersion: pasidctl/v1\nkind: Host\n${more}devices: [${devices.join(', ')}]\n`);
  return cli([command, '-f', file, ...on, ...words]);
}

const YES = { words: ['--auto-approve'] };
const exits = (runs: readonly CliRun[]): readonly number[] => runs.map(({ exitCode }) => exitCode);

async function emptied(): Promise<void> {
  const machine = (await cli(['inventory', ...on, '-o', 'yaml'])).stdout;
  const file = join(folder, 'machine.yaml');
  const start = machine.indexOf("  - address: '0000:6b:00.1'");
  const end = machine.indexOf("  - address: '0000:6c:00.0'");
  const without = machine.slice(0, start) + machine.slice(end);
  writeFileSync(file, without.replace(/^ {4}virtualFunctions:\n(?: {6}- .*\n)+/m, ''));
  on = [...on, '--machine', file];
}

test('plan, apply, plan, destroy of a PF with its VFs: 2, 0, 0, 0', async () => {
  await emptied();
  const codes = exits([
    await run('plan', [PF, VF], { words: ['--detailed-exitcode'] }),
    await run('apply', [PF, VF], YES),
    await run('plan', [PF, VF], { words: ['--detailed-exitcode'] }),
    await cli(['destroy', ...on, '--auto-approve']),
  ]);
  expect(codes).toEqual([2, 0, 0, 0]);
});

test('destroy -f with the PF alone names the VF that would go with it', async () => {
  await emptied();
  expect((await run('apply', [PF, VF], YES)).exitCode).toBe(0);
  const refused = await run('destroy', [PF], YES);
  expect(refused.exitCode).toBe(4);
  expect(refused.stderr).toContain('vf0 (0000:6b:00.1) is one of the VFs of nic');
  expect(refused.stderr).toContain('help: Name vf0 too, or leave nic out');
  expect((await run('destroy', [PF, VF], YES)).exitCode).toBe(0);
});

test('a spec that keeps a VF and drops its PF is refused, and says which line to put back', async () => {
  await emptied();
  expect((await run('apply', [PF, VF], YES)).exitCode).toBe(0);
  const planned = await run('plan', [VF]);
  expect(planned.exitCode).toBe(4);
  expect(planned.stderr).toContain('HOST_VFS_IN_USE');
  expect(planned.stderr).toContain('Put `- { name: nic, address: "0000:6b:00.0", virtualFunctions: 2 }` back');
  expect((await run('doctor', [VF])).stdout).toContain('vfs-stay');
  expect((await cli(['doctor', ...on])).stdout).not.toContain('vfs-stay');
  expect((await run('apply', [DISK], YES)).exitCode).toBe(0);
});

test('a spec that no longer asks for disableDenylist is answered as on a fresh machine', async () => {
  expect((await run('apply', [DSA, VF], { ...YES, more: UNSAFE })).exitCode).toBe(0);
  expect((await run('plan', [DSA, VF], { more: UNSAFE })).exitCode).toBe(0);
  const planned = await run('plan', [DSA, VF]);
  expect([planned.exitCode, planned.stderr.includes('HOST_DENYLISTED')]).toEqual([4, true]);
  expect((await run('doctor', [DSA, VF])).exitCode).toBe(4);
  const other = await run('plan', [VF]);
  expect([other.exitCode, other.stderr.includes('HOST_DENYLIST_LEFT_OFF')]).toEqual([0, true]);
  expect((await run('doctor', [VF])).stdout).toContain('HOST_DENYLIST_LEFT_OFF');
});
