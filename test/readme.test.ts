import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../src/cli/exit-codes.ts';
import { CODES } from '../src/diagnostics/codes.ts';
import { cli } from './support/run-cli.ts';

const ROOT = new URL('..', import.meta.url);
const README = readFileSync(new URL('README.md', ROOT), 'utf8');
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('package.json', ROOT), 'utf8'),
).scripts;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-readme-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Fences after a `<!-- spec -->` marker. */
const SPECS = [...README.matchAll(/<!-- spec -->\n```yaml\n(.*?)```/gs)].map(([, text = '']) => text);

/** Lines of shell fences that call the tool on a file of the repository. */
const CALLS = [...README.matchAll(/^npx pasidctl (.*? examples\/\S+)/gm)].map(([, words = '']) => words.split(/\s+/));
const REPLAYS = CALLS.filter(([command]) => command === 'replay');
const SPEC_CALLS = CALLS.filter(([command]) => command !== 'replay');

describe('the README', () => {
  test.each(SPECS)('spec %# is valid', async (text) => {
    const file = join(folder, 'host.yaml');
    writeFileSync(file, text);
    expect(await cli(['validate', '-f', file, '-o', 'json'])).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('has specs', () => {
    expect(SPECS.length).toBeGreaterThanOrEqual(2);
  });

  test('calls the tool on specs that are there and valid', async () => {
    expect(SPEC_CALLS.length).toBeGreaterThanOrEqual(2);
    for (const words of SPEC_CALLS) {
      const file = words.at(-1) ?? '';
      expect((await cli(['validate', '-f', file], { cwd: ROOT.pathname })).exitCode).toBe(0);
    }
  });

  test('shows how the replay that it calls begins', async () => {
    const [words = []] = REPLAYS;
    const [, shown = ''] = /<!-- replay -->\n```\n(.*?)```/s.exec(README) ?? [];
    const { exitCode, stdout } = await cli(words, { cwd: ROOT.pathname });
    expect({ exitCode, start: stdout.slice(0, shown.length) }).toEqual({ exitCode: 0, start: shown });
    expect(shown.split('\n').length).toBeGreaterThanOrEqual(10);
  });

  test('has the table of exit codes that the program has', () => {
    const [, table = ''] = /<!-- exit-codes -->\n\| exit \| meaning \|\n\|---\|---\|\n(.*?)\n\n/s.exec(README) ?? [];
    expect(table.split('\n')).toEqual(EXIT_CODES.map(({ code, meaning }) => `| ${code} | ${meaning} |`));
  });

  test('has every command that the help has', async () => {
    const { stdout } = await cli(['--help']);
    const [, list = ''] = /Commands:\n(.*?)\n\n/s.exec(stdout) ?? [];
    const names = [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThanOrEqual(10);
    for (const name of names) expect(README).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
  });

  test('names only codes of the catalogue', () => {
    const named = [
      ...README.matchAll(/\b(?:SPEC|HOST|APPLY|STATE|USAGE|GUEST|REPLAY|SCRIPT|TRACE|VIOMMU)_[A-Z0-9_]+[A-Z0-9]\b/g),
    ].map(([code]) => code);
    expect(named.filter((code) => !Object.hasOwn(CODES, code))).toEqual([]);
  });

  test('names only scripts of the package, and links only to files that are there', () => {
    for (const [, script = ''] of README.matchAll(/npm run ([\w:]+)/g)) expect(SCRIPTS).toHaveProperty([script]);
    for (const file of ['README.md', 'examples/README.md']) {
      const text = readFileSync(new URL(file, ROOT), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/g))
        expect(existsSync(new URL(target, new URL(file, ROOT)))).toBe(true);
    }
  });
});
