import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibc } from '../../src/kernel/libc.ts';
import { beginJournal, readUnfinished } from '../../src/state/journal.ts';
import { type CliRun, cli } from '../support/run-cli.ts';

const EXAMPLE = new URL('../../examples/two-pasids.yaml', import.meta.url).pathname;

let stateDir = '';

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'pasidctl-state-'));
});

afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

function run(...words: string[]): Promise<CliRun> {
  return cli([...words, '--backend', 'sim'], { env: { PASIDCTL_STATE_DIR: stateDir } });
}

const codesOf = ({ stdout }: CliRun): string[] =>
  JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);

test('plan, apply, plan, destroy: 2, 0, 0, 0', async () => {
  const codes = [
    await run('plan', '-f', EXAMPLE, '--detailed-exitcode'),
    await run('apply', '-f', EXAMPLE, '--auto-approve'),
    await run('plan', '-f', EXAMPLE, '--detailed-exitcode'),
    await run('destroy', '--auto-approve'),
  ].map(({ exitCode }) => exitCode);
  expect(codes).toEqual([2, 0, 0, 0]);
});

test('apply ends its journal, and its events are one JSON object a line', async () => {
  const applied = await run('apply', '-f', EXAMPLE, '--auto-approve', '-o', 'json');
  const events = applied.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events[0]).toMatchObject({ kind: 'Event', event: 'version' });
  expect(events.at(-1)).toMatchObject({ event: 'ended', outcome: { kind: 'applied' } });
  expect(await readUnfinished(stateDir)).toBe(null);
});

test('without a terminal and without --auto-approve nothing is changed (exit 64)', async () => {
  const refused = await run('apply', '-f', EXAMPLE, '-o', 'json');
  expect(refused.exitCode).toBe(64);
  expect(codesOf(refused)).toEqual(['USAGE_NO_TERMINAL']);
  expect((await run('plan', '-f', EXAMPLE, '--detailed-exitcode')).exitCode).toBe(2);
});

test('a folder that another run has locked is left alone, and the other run is named (exit 5)', async () => {
  await run('apply', '-f', EXAMPLE, '--auto-approve');
  const libc = openLibc();
  const fd = libc.open(join(stateDir, 'lock'), 'read-write');
  expect(libc.flock(fd)).toBe(0);
  writeFileSync(join(stateDir, 'lock'), 'pid 4711, pasidctl apply --hold, since 2026-01-01T00:00:00.000Z\n');
  try {
    const refused = await run('destroy', '--auto-approve', '-o', 'json');
    expect(refused.exitCode).toBe(5);
    expect(refused.stdout).toContain('pid 4711, pasidctl apply --hold');
  } finally {
    libc.close(fd);
  }
  expect((await run('destroy', '--auto-approve')).exitCode).toBe(0);
});

test('a damaged world is refused with its name, not overwritten', async () => {
  await run('apply', '-f', EXAMPLE, '--auto-approve');
  const path = join(stateDir, 'world.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('vfio-pci', 'vfio-pcj'));
  const refused = await run('destroy', '--auto-approve', '-o', 'json');
  expect(refused.exitCode).toBe(1);
  expect(codesOf(refused)).toEqual(['STATE_DAMAGED']);
  expect(refused.stdout).toContain(path);
});

test('a folder that cannot be made is told, and never hangs; only a permission that is missing is 77', async () => {
  const refused = await cli(['apply', '-f', EXAMPLE, '--backend', 'sim', '--auto-approve', '-o', 'json'], {
    env: { PASIDCTL_STATE_DIR: '/proc/nowhere/state' },
  });
  expect(refused.exitCode).toBe(1);
  expect(codesOf(refused)).toEqual(['STATE_NOT_WRITABLE']);
  expect(refused.stdout).toContain('ENOENT');
});

test('a device that a killed run was about to take is given back by the next destroy', async () => {
  const planned = JSON.parse((await run('plan', '-f', EXAMPLE, '-o', 'json')).stdout).steps;
  const take = planned.find(({ step }: { step: { kind: string } }) => step.kind === 'take-device').step;
  const bootId = (await run('inventory', '-o', 'json')).stdout.match(/"bootId": "([^"]+)"/)?.[1] ?? '';
  beginJournal(stateDir, { bootId, operation: 'pasidctl apply', since: 'then' }).intent(take);
  appendFileSync(join(stateDir, 'journal.jsonl'), '{"torn');

  expect((await run('status')).stdout).toContain(take.handover.address);
  const destroyed = await run('destroy', '--auto-approve');
  expect(destroyed.exitCode).toBe(0);
  expect(destroyed.stderr).toContain('STATE_UNFINISHED');
  expect(await readUnfinished(stateDir)).toBe(null);
  expect((await run('status', '-o', 'json')).stdout).not.toContain(take.handover.address);
});

test('a journal of another boot says nothing about this one', async () => {
  beginJournal(stateDir, { bootId: 'another', operation: 'pasidctl apply', since: 'then' }).intent({
    kind: 'load-module',
    module: 'vfio_pci',
  });
  expect((await run('plan', '-f', EXAMPLE, '--detailed-exitcode')).exitCode).toBe(2);
  expect((await run('destroy', '--auto-approve', '-o', 'json')).stdout).not.toContain('unload-module');
});

test('a world of one machine is not taken for another machine', async () => {
  const machine = join(stateDir, 'machine.yaml');
  const here = await run('inventory', '-o', 'yaml');
  writeFileSync(machine, here.stdout);
  await run('apply', '-f', EXAMPLE, '--auto-approve');
  expect((await run('plan', '-f', EXAMPLE, '--machine', machine)).exitCode).toBe(0);
  writeFileSync(machine, here.stdout.replaceAll('0000:6f:01.0', '0000:6f:02.0'));
  const refused = await run('plan', '-f', EXAMPLE, '--machine', machine, '-o', 'json');
  expect(codesOf(refused)).toEqual(['STATE_OTHER_MACHINE']);
});
