import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cli } from '../support/run-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-inventory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inventory = (...words: readonly string[]) =>
  cli(['inventory', '--backend', 'sim', ...words], { env: { PASIDCTL_STATE_DIR: join(folder, 'state') } });

describe('inventory', () => {
  test('shows what matters, and everything with --all', async () => {
    const [few, all] = [await inventory(), await inventory('--all')];
    expect([few.exitCode, all.exitCode]).toEqual([0, 0]);
    expect(few.stdout).toContain('--all shows them');
    expect(all.stdout.split('\n').length).toBeGreaterThan(few.stdout.split('\n').length);
  });

  test('says the same in YAML and JSON', async () => {
    const [yaml, json] = [await inventory('-o', 'yaml'), await inventory('-o', 'json')];
    expect(JSON.parse(json.stdout)).toEqual(parse(yaml.stdout));
    expect(JSON.parse(json.stdout)).toMatchObject({ apiVersion: 'pasidctl/v1', kind: 'Machine' });
  });

  test('reads back what it wrote', async () => {
    const { stdout } = await inventory('-o', 'yaml');
    const file = join(folder, 'machine.yaml');
    writeFileSync(file, stdout);
    expect((await cli(['inventory', '--machine', file, '-o', 'yaml'])).stdout).toBe(stdout);
  });

  test('reads a machine below --root', async () => {
    mkdirSync(join(folder, 'sys'));
    const { exitCode, stdout } = await cli(['inventory', '--root', folder]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('No IOMMU.');
  });

  test('exits 66 or 65 for a machine file that is not there or not one', async () => {
    expect((await cli(['inventory', '--machine', join(folder, 'none.yaml')])).exitCode).not.toBe(0);
    writeFileSync(join(folder, 'bad.yaml'), 'kind: Host\n');
    expect((await cli(['inventory', '--machine', join(folder, 'bad.yaml')])).exitCode).not.toBe(0);
  });
});
