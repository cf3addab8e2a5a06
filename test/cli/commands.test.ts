import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CODES } from '../../src/diagnostics/codes.ts';
import { cli } from '../support/run-cli.ts';

describe('explain', () => {
  test('lists every code', async () => {
    const { exitCode, stdout } = await cli(['explain']);
    expect(exitCode).toBe(0);
    for (const code of Object.keys(CODES)) expect(stdout).toContain(code);
  });

  test('tells all about one code, in any case', async () => {
    const { exitCode, stdout } = await cli(['explain', 'host_no_iommufd']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('HOST_NO_IOMMUFD (error)');
    expect(stdout).toContain('modprobe iommufd');
  });

  test('prints the catalogue as data', async () => {
    const { stdout } = await cli(['explain', '-o', 'json']);
    const { kind, entries } = JSON.parse(stdout);
    expect(kind).toBe('Catalogue');
    expect(entries.map(({ code }: { code: string }) => code)).toEqual(Object.keys(CODES));
  });
});

describe('schema', () => {
  test.each(['host', 'machine', 'plan'])('prints the schema of %s as it is in the repository', async (name) => {
    const { exitCode, stdout } = await cli(['schema', name]);
    expect(exitCode).toBe(0);
    const file = new URL(`../../schema/${name}.v1.schema.json`, import.meta.url);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(new Ajv2020({ strict: false }).validateSchema(JSON.parse(stdout))).toBe(true);
  });

  test('prints that of the spec without a name', async () => {
    expect((await cli(['schema'])).stdout).toBe((await cli(['schema', 'host'])).stdout);
  });
});

describe('version', () => {
  test('names tool, Node and formats', async () => {
    const { exitCode, stdout } = await cli(['version', '-o', 'json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      apiVersion: 'pasidctl/v1',
      kind: 'Version',
      node: process.version,
      formats: { spec: 'pasidctl/v1', plan: '1.2', events: '1.1' },
    });
    expect((await cli(['version'])).stdout).toContain(`node ${process.version}`);
  });
});

describe('completion', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** The completion library prints through console.log. */
  async function complete(...words: readonly string[]): Promise<string> {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const { exitCode, stdout } = await cli(['complete', '--', ...words]);
    expect(exitCode).toBe(0);
    return [...log.mock.calls.map(([line]) => `${line}\n`), stdout].join('');
  }

  test('offers the commands', async () => {
    const offered = await complete('');
    for (const command of ['validate', 'apply', 'destroy']) expect(offered).toMatch(new RegExp(`^${command}\t`, 'm'));
  });

  test('offers the options of a command and the choices of an option', async () => {
    expect(await complete('plan', '--det')).toContain('--detailed-exitcode');
    expect(await complete('plan', '--backend', '')).toMatch(/^kernel\t[\s\S]*^selftest\t[\s\S]*^sim\t/m);
  });

  test('leaves files and directories to the shell', async () => {
    expect(await complete('plan', '-f', '')).toBe(':0\n');
    expect(await complete('plan', '--state-dir', '/t')).toBe(':16\n');
  });

  test('offers codes to explain', async () => {
    expect(await complete('explain', 'HOST_NO_IO')).toContain('HOST_NO_IOMMUFD');
  });

  test.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect((await cli(['completion', shell])).exitCode).toBe(0);
    expect(String(log.mock.calls[0]?.[0])).toContain('pasidctl complete --');
  });
});
