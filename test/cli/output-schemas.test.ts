/** Everything that is printed for programs is as its published schema says. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA_NAMES, type SchemaName } from '../../src/cli/options.ts';
import { cli } from '../support/run-cli.ts';

const ROOT = new URL('../../', import.meta.url);
const EXAMPLES = fileURLToPath(new URL('examples/', ROOT));
const GOLDEN = new URL('test/views/golden/', ROOT);
const CAPTURE = fileURLToPath(new URL('../shared/captures/q35-nvme.jsonl', ROOT));

const ajv = new Ajv2020({ strict: false, allErrors: true });
const schemas = new Map<SchemaName, object>();
let folder: string;
let on: readonly string[];

beforeAll(async () => {
  for (const name of SCHEMA_NAMES) {
    const schema = JSON.parse((await cli(['schema', name])).stdout);
    schemas.set(name, schema);
    ajv.addSchema(schema, name);
  }
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-schemas-'));
  on = ['--backend', 'sim', '--state-dir', folder, '-o', 'json'];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function expectValid(name: SchemaName, document: unknown): void {
  const validate = ajv.getSchema(name) ?? ajv.compile(schemas.get(name) ?? {});
  expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
}

test.each(SCHEMA_NAMES)(
  '%s is a valid schema, is the file of schema/, and takes no unknown fields where it is written',
  (name) => {
    const schema = schemas.get(name) ?? {};
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema).toEqual(JSON.parse(readFileSync(new URL(`schema/${name}.v1.schema.json`, ROOT), 'utf8')));
  },
);

test('every file of schema/ is published', () => {
  const files = readdirSync(new URL('schema/', ROOT)).map((file) => file.replace('.v1.schema.json', ''));
  expect(files.sort()).toEqual([...SCHEMA_NAMES].sort());
});

describe('what a command prints', () => {
  const lines = (text: string): unknown[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  test('apply, status, plan and destroy, from nothing to nothing', async () => {
    const spec = join(EXAMPLES, 'two-pasids.yaml');
    expectValid('plan', JSON.parse((await cli(['plan', '-f', spec, ...on])).stdout));
    for (const event of lines((await cli(['apply', '-f', spec, ...on, '-y'])).stdout)) expectValid('event', event);
    expectValid('status', JSON.parse((await cli(['status', ...on])).stdout));
    for (const event of lines((await cli(['destroy', ...on, '-y'])).stdout)) expectValid('event', event);
    expectValid('status', JSON.parse((await cli(['status', ...on])).stdout));
  });

  test('errors of a spec, of the command line and of the machine', async () => {
    for (const words of [
      ['validate', '-f', '-', '-o', 'json'],
      ['nonsense', '-o', 'json'],
      ['plan', '-f', 'none', ...on],
    ]) {
      expectValid('diagnostics', JSON.parse((await cli(words, { stdin: 'devices: [1]' })).stdout));
    }
  });

  test('the catalogue, the versions, and the machine', async () => {
    expectValid('catalogue', JSON.parse((await cli(['explain', '-o', 'json'])).stdout));
    expectValid('catalogue', JSON.parse((await cli(['explain', 'STATE_LOCKED', '-o', 'json'])).stdout));
    expectValid('version', JSON.parse((await cli(['version', '-o', 'json'])).stdout));
    expectValid('machine', JSON.parse((await cli(['inventory', ...on])).stdout));
  });

  test('what doctor finds, for a spec and for every device', async () => {
    const spec = join(EXAMPLES, 'two-pasids.yaml');
    for (const words of [[], ['-f', spec], ['-f', spec, '--assume', 'kernel=6.1', '--ignore', 'pcie-path=why not']]) {
      const document = JSON.parse((await cli(['doctor', ...words, ...on])).stdout);
      expectValid('doctor', document);
      expect(document.findings.length).toBeGreaterThan(20);
    }
  });

  test('a repair of the state folder', async () => {
    const state = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(state, 'ledger.json'), 'x');
    for (const found of [1, 0]) {
      const repair = JSON.parse((await cli(['state', 'repair', '--state-dir', state, '-o', 'json', '-y'])).stdout);
      expect(repair.files).toHaveLength(found);
      expectValid('repair', repair);
    }
  });

  test.each([[[]], [['--raw']]])('tables of guests, with %j', async (more) => {
    const scripts = [join(EXAMPLES, 'guest-processes.jsonl'), ...(existsSync(CAPTURE) ? [CAPTURE] : [])];
    for (const script of scripts) {
      expectValid('guest', JSON.parse((await cli(['guest', '--script', script, '-o', 'json', ...more])).stdout));
    }
  });
});

describe('golden outputs', () => {
  const golden = (file: string): string => readFileSync(new URL(file, GOLDEN), 'utf8');

  test.each(['events-applied.jsonl', 'events-stuck.jsonl'])('%s', (file) => {
    for (const line of golden(file).trimEnd().split('\n')) expectValid('event', JSON.parse(line));
  });

  test.each([
    ['plan', 'plan.json'],
    ['status', 'status.json'],
    ['doctor', 'doctor.json'],
    ['diagnostics', 'diagnostics.json'],
  ] as const)('%s', (name, file) => {
    expectValid(name, JSON.parse(golden(file)));
  });
});

test('a field that no schema knows is noticed', async () => {
  const status = JSON.parse((await cli(['status', ...on])).stdout);
  const validate = ajv.getSchema('status');
  expect(validate?.({ ...status, more: 1 })).toBe(false);
});
