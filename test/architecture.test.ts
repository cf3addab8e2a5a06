import { readdirSync, readFileSync } from 'node:fs';
import { execa } from 'execa';
import { expect, test } from 'vitest';

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
