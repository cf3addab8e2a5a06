import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;
const MAY_IMPORT: Record<string, string[]> = JSON.parse(readFileSync(`${ROOT}/.import-directions.json`, 'utf8'));

test('imports go down only, and the check has really looked at the modules', async () => {
  const { stdout } = await execa(
    'npx',
    ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
    {
      cwd: ROOT,
      reject: false,
    },
  );
  const { summary } = JSON.parse(stdout);
  expect(summary.violations).toEqual([]);
  // A cruiser that understands no TypeScript finds nothing to complain about.
  expect(summary.totalCruised).toBeGreaterThan(200);
  expect(summary.totalDependenciesCruised).toBeGreaterThan(500);
});

test('src/README.md shows every folder and room, with those that it may import', () => {
  const rows = readFileSync(`${ROOT}/src/README.md`, 'utf8').matchAll(/^\| `([\w/]+)\/` \|[^|]*\| ([^|]*) \|/gm);
  const shown = Object.fromEntries(
    [...rows].map(([, folder, imports]) => [folder, imports === '–' ? '' : imports?.trim()]),
  );
  const allowed = Object.fromEntries(Object.entries(MAY_IMPORT).map(([folder, others]) => [folder, others.join(', ')]));
  expect(shown).toEqual({ ...allowed, cli: 'all' });
});

test('a folder that has one room has a direction for each', () => {
  const named = new Set(Object.keys(MAY_IMPORT));
  const houses = new Set([...named].filter((folder) => folder.includes('/')).map((folder) => folder.split('/')[0]));
  const rooms = [...houses].flatMap((house) =>
    readdirSync(`${ROOT}/src/${house}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${house}/${name}`),
  );
  expect(rooms.filter((room) => !named.has(room))).toEqual([]);
});

describe('a test file', () => {
  const names = readdirSync(`${ROOT}/test`, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const [, name] = /^(.*)(?<!\.vm)\.test\.ts$/.exec(file) ?? [];
    return name === undefined ? [] : [name];
  });
  const [, table = ''] = /<!-- subjects -->\n(.*?)\n\n/s.exec(readFileSync(`${ROOT}/test/README.md`, 'utf8')) ?? [];
  const subjects = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell = '']) =>
    cell.slice(1, -1).split('`, `'),
  );
  const folders = subjects.filter((subject) => subject.endsWith('/*')).map((subject) => subject.slice(0, -1));

  test('is a mirror image, stands beside what it tests, or is a subject that test/README.md names', () => {
    expect(names.length).toBeGreaterThan(80);
    const mirrors = (name: string): boolean =>
      ['src', 'test'].some((top) =>
        ['', '.ts', '.js', '.mjs', '.sh'].some((end) => existsSync(`${ROOT}/${top}/${name}${end}`)),
      );
    const isSubject = (name: string): boolean =>
      subjects.includes(name) || folders.some((folder) => name.startsWith(folder));
    expect(names.filter((name) => !mirrors(name) && !isSubject(name))).toEqual([]);
  });

  test('is there for every subject', () => {
    expect(subjects.filter((subject) => !subject.endsWith('/*') && !names.includes(subject))).toEqual([]);
    expect(folders.filter((folder) => !existsSync(`${ROOT}/src/${folder}`))).toEqual([]);
  });
});
