import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CliRun, cli } from '../support/run-cli.ts';

const EXAMPLE = new URL('../../examples/two-pasids.yaml', import.meta.url).pathname;
const DRIVERS = new URL('../../examples/drivers-only.yaml', import.meta.url).pathname;

let folder = '';
let saved = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-plan-'));
  saved = join(folder, 'today.plan');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** On a simulated machine of its own. */
function run(...words: string[]): Promise<CliRun> {
  return cli([...words, '--backend', 'sim'], { env: { PASIDCTL_STATE_DIR: join(folder, 'state') } });
}

async function codesOf(refused: CliRun): Promise<string[]> {
  return JSON.parse(refused.stdout).diagnostics.map(({ code }: { code: string }) => code);
}

test('a saved plan is carried out as it was saved', async () => {
  expect((await run('plan', '-f', EXAMPLE, '--out', saved)).exitCode).toBe(0);
  expect((await run('apply', saved, '--auto-approve')).exitCode).toBe(0);
  expect((await run('plan', '-f', EXAMPLE, '--detailed-exitcode')).exitCode).toBe(0);
});

test('planning writes nothing but the file that it is told to write', async () => {
  await run('plan', '-f', EXAMPLE, '--out', saved);
  expect(await run('status', '-o', 'json')).toMatchObject({ exitCode: 0 });
  expect(() => readFileSync(join(folder, 'state', 'world.json'))).toThrow('ENOENT');
});

test('a plan is stale when a driver has changed since, and names that driver (exit 6)', async () => {
  await run('plan', '-f', EXAMPLE, '--out', saved);
  expect((await run('apply', '-f', DRIVERS, '--auto-approve')).exitCode).toBe(0);
  const refused = await run('apply', saved, '--auto-approve', '-o', 'json');
  expect(refused.exitCode).toBe(6);
  expect(await codesOf(refused)).toContain('PLAN_STALE');
  expect(refused.stdout).toContain('driver of 0000:6a:01.0 was idxd when the plan was saved, and is vfio-pci now');
});

test('a plan that was applied once is stale the second time', async () => {
  await run('plan', '-f', EXAMPLE, '--out', saved);
  await run('apply', saved, '--auto-approve');
  expect((await run('apply', saved, '--auto-approve')).exitCode).toBe(6);
});

test('a plan that was edited is refused (exit 65)', async () => {
  await run('plan', '-f', EXAMPLE, '--out', saved);
  writeFileSync(saved, readFileSync(saved, 'utf8').replaceAll('0000:6a:01.0', '0000:00:1f.0'));
  const refused = await run('apply', saved, '--auto-approve', '-o', 'json');
  expect(refused.exitCode).toBe(65);
  expect(await codesOf(refused)).toEqual(['PLAN_FILE_DAMAGED']);
});

test('a spec is no saved plan (exit 64, with the way to give it), a file that is neither is none (exit 65), and a missing file is missing (exit 66)', async () => {
  const { exitCode, stderr } = await run('apply', EXAMPLE, '--auto-approve');
  expect({ exitCode, stderr }).toEqual({ exitCode: 64, stderr: expect.stringContaining('apply -f') });
  const neither = join(folder, 'neither');
  writeFileSync(neither, 'devices: []\n');
  expect((await run('apply', neither, '--auto-approve')).exitCode).toBe(65);
  expect((await run('apply', join(folder, 'none'), '--auto-approve')).exitCode).toBe(66);
});

test('a plan for the simulator is refused on a real machine (exit 64)', async () => {
  await run('plan', '-f', EXAMPLE, '--out', saved);
  const refused = await cli(['apply', saved, '--auto-approve', '--hold', '-o', 'json'], {
    env: { PASIDCTL_STATE_DIR: join(folder, 'real') },
  });
  expect(refused.exitCode).toBe(64);
  expect(await codesOf(refused)).toEqual(['PLAN_OTHER_BACKEND']);
});

test('apply takes a spec or a plan, never both and never neither (exit 64)', async () => {
  expect((await run('apply', '--auto-approve')).exitCode).toBe(64);
  expect((await run('apply', saved, '-f', EXAMPLE, '--auto-approve')).exitCode).toBe(64);
});
