/**
 * Case folders: every *.yaml in one is a file of the run; `diagnostics.json` has what is wrong, `spec.json` the spec it means.
 * `UPDATE_CASES=1` rewrites both; read the difference before it is committed.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SPEC_CODES } from '../../src/diagnostics/codes/spec.ts';
import { loadSpecs } from '../../src/spec/load.ts';
import type { SpecReading } from '../../src/spec/read-spec.ts';
import { noStdin, plainSpec, summarize } from './support.ts';

const CASES = new URL('../cases/spec/', import.meta.url);

/** Codes that no folder can hold, and the test files that provoke them. */
const PROVOKED_ELSEWHERE: readonly string[] = [
  'SPEC_FILE_NOT_FOUND', // load.test.ts
  'SPEC_FILE_UNREADABLE', // load.test.ts
  'SPEC_FILE_TOO_LARGE', // load.test.ts
  'SPEC_FILE_NOT_UTF8', // load.test.ts
  'SPEC_FILE_BINARY', // load.test.ts
  'SPEC_YAML_TOO_LARGE', // hostile.test.ts
  'SPEC_TOO_MANY_PROBLEMS', // hostile.test.ts
  'SPEC_REMOVES_EVERYTHING', // test/cli/slips.test.ts
];

function golden(file: URL, value: unknown): unknown {
  if (process.env.UPDATE_CASES !== undefined) writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : 'no such golden file';
}

async function readCase(folder: URL): Promise<SpecReading> {
  const previous = process.cwd();
  process.chdir(folder.pathname);
  try {
    const files = readdirSync('.').filter((name) => name.endsWith('.yaml'));
    return await loadSpecs(files.sort(), noStdin);
  } finally {
    process.chdir(previous);
  }
}

describe('spec cases', () => {
  const names = readdirSync(CASES);

  test.each(names)('%s', async (name) => {
    const folder = new URL(`${name}/`, CASES);
    const { spec, diagnostics } = await readCase(folder);
    const problems = diagnostics.map((item) => `${item.location?.file ?? ''} ${summarize(item)}`.trim());
    if (problems.length > 0) expect(problems).toEqual(golden(new URL('diagnostics.json', folder), problems));
    else expect(existsSync(new URL('diagnostics.json', folder))).toBe(false);
    if (spec !== null) expect(plainSpec(spec)).toEqual(golden(new URL('spec.json', folder), plainSpec(spec)));
    else expect(existsSync(new URL('spec.json', folder))).toBe(false);
  });

  test('every code is provoked by a case, and every case emits codes of the catalogue', () => {
    const provoked = names
      .map((name) => new URL(`${name}/diagnostics.json`, CASES))
      .filter((file) => existsSync(file))
      .flatMap((file): string[] => JSON.parse(readFileSync(file, 'utf8')))
      .map((line) => /SPEC_\w+/.exec(line)?.[0] ?? line);
    expect(new Set([...provoked, ...PROVOKED_ELSEWHERE])).toEqual(new Set(Object.keys(SPEC_CODES)));
  });
});
