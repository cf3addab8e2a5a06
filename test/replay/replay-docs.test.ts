/** The example script, and the reference of scripts and output lines in examples/README.md. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/codes.ts';
import { CONFIG_FIELDS } from '../../src/guest/parse-config.ts';
import { READERS } from '../../src/guest/parse-operation.ts';
import { cli } from '../support/run-cli.ts';

const ROOT = new URL('../../', import.meta.url);
const EXAMPLE = new URL('examples/guest-processes.jsonl', ROOT).pathname;
const CASES = new URL('test/cases/viommu/', ROOT);
const REFERENCE = readFileSync(new URL('examples/README.md', ROOT), 'utf8');

describe('the example of a guest', () => {
  test.each([
    ['text', 'txt'],
    ['json', 'jsonl'],
  ])('as %s is replayed as it ever was', async (format, extension) => {
    const { exitCode, stdout, stderr } = await cli(['replay', '-f', EXAMPLE, '-o', format]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`golden/guest-processes.${extension}`);
  });

  test('has its tables at each stage for `guest` too', async () => {
    const { stdout } = await cli(['guest', '--script', EXAMPLE, '--stage', '2', '-o', 'json']);
    const functions: readonly { entries: readonly { pasid: number }[] }[] = JSON.parse(stdout).functions;
    expect(functions.map(({ entries }) => entries.map(({ pasid }) => pasid))).toEqual([
      [0, 1, 2],
      [0, 1],
    ]);
  });
});

/** First two columns of the table after a marker: names, and field names without the brackets of optional ones. */
function tableAfter(marker: string): ReadonlyMap<string, readonly string[]> {
  const [, table = ''] = new RegExp(`<!-- ${marker} -->\\n\\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`).exec(REFERENCE) ?? [];
  const rows = [...table.matchAll(/^\| `([\w-]+)` \|([^|]*)\|/gm)];
  return new Map(
    rows.map(([, name = '', fields = '']) => [name, [...fields.matchAll(/`(\w+)`/g)].map(([, f = '']) => f)]),
  );
}

describe('the reference of replay scripts', () => {
  test('has the operations and fields that are read', () => {
    const read = Object.entries(READERS).map(([op, { fields }]) => [op, fields] as const);
    expect(tableAfter('operations')).toEqual(new Map(read));
  });

  test('has the fields of config that are read', () => {
    expect(tableAfter('config')).toEqual(new Map(Object.entries(CONFIG_FIELDS)));
  });

  test('names the operations that the explanation of a wrong line names', () => {
    for (const op of Object.keys(READERS)) expect(CODES.SCRIPT_INVALID.explanation).toMatch(new RegExp(`\\b${op}\\b`));
  });

  test('has the lines that replays print, with their fields', () => {
    expect(sorted(tableAfter('lines'))).toEqual(sorted(printedLines()));
  });
});

/** What the cases print, by kind of line. */
function printedLines(): ReadonlyMap<string, readonly string[]> {
  const texts = readdirSync(CASES).map((name) => readFileSync(new URL(`${name}/expected.jsonl`, CASES), 'utf8'));
  const printed = new Map<string, Set<string>>();
  for (const text of texts.flatMap((all) => all.split('\n')).filter((one) => one !== '')) {
    const line: Readonly<Record<string, unknown>> = JSON.parse(text);
    const kind = String(line.host ?? line.guest ?? Object.keys(line)[0]);
    const fields = printed.get(kind) ?? new Set();
    for (const field of Object.keys(line)) fields.add(field);
    printed.set(kind, fields);
  }
  return new Map([...printed].map(([kind, fields]) => [kind, [...fields]]));
}

function sorted(table: ReadonlyMap<string, readonly string[]>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...table].map(([name, fields]) => [name, [...fields].sort()]));
}
