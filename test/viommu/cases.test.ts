import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cli } from '../support/run-cli.ts';

const CASES = fileURLToPath(new URL('../cases/viommu/', import.meta.url));

/** Lines of a replay as they are compared: of diagnostics the wording is left out. */
function linesOf(text: string): readonly unknown[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) =>
    JSON.parse(line, (key, value) => {
      if (key !== 'diagnostic') return value;
      const { message: _, ...rest } = value;
      return rest;
    }),
  );
}

test.each(readdirSync(CASES).sort())('case %s', async (name) => {
  const { exitCode, stdout, stderr } = await cli(['replay', '-f', `${CASES}${name}/script.jsonl`, '-o', 'json']);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(linesOf(stdout)).toEqual(linesOf(readFileSync(`${CASES}${name}/expected.jsonl`, 'utf8')));
});
