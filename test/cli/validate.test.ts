import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/run-cli.ts';

const EXAMPLE = 'examples/two-pasids.yaml';
const WRONG = readFileSync(EXAMPLE, 'utf8').replace('pasidBits: 20', 'pasidBits: 1');

describe('validate', () => {
  test('exits 0 for a sound spec, and says what is in it', async () => {
    const { exitCode, stdout, stderr } = await cli(['validate', '-f', EXAMPLE]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('2 devices, 1 vIOMMU, 4 bindings');
  });

  test('prints an object also when there is nothing to say', async () => {
    const { exitCode, stdout } = await cli(['validate', '-f', EXAMPLE, '-o', 'json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ apiVersion: 'pasidctl/v1', kind: 'Diagnostics', diagnostics: [] });
  });

  test('exits 65 with every mistake on stderr, and nothing on stdout', async () => {
    const { exitCode, stdout, stderr } = await cli(['validate', '-f', '-'], { stdin: WRONG });
    expect({ exitCode, stdout }).toEqual({ exitCode: 65, stdout: '' });
    expect(stderr.match(/^error\[SPEC_PASID_OUT_OF_RANGE\]/gm)).toHaveLength(2);
    expect(stderr).toContain('^');
  });

  test('prints the same mistakes as data on stdout, with places that count from 1', async () => {
    const { exitCode, stdout, stderr } = await cli(['validate', '-f', '-', '-o', 'json'], { stdin: WRONG });
    expect({ exitCode, stderr }).toEqual({ exitCode: 65, stderr: '' });
    const lines = WRONG.split('\n');
    for (const { range } of JSON.parse(stdout).diagnostics) {
      expect(lines[range.start.line - 1]?.slice(range.start.column - 1, range.end.column - 1)).toBe('2');
    }
  });

  test('exits 66 for a file that is not there', async () => {
    expect((await cli(['validate', '-f', '/nonexistent/host.yaml'])).exitCode).toBe(66);
  });
});
