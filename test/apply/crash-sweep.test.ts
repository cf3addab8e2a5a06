/**
 * A run that is killed at any point, before and after every call of the kernel and of /sys, and before, after and within every
 * write of journal and ledger: the next run goes on, or gives everything back.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_SPEC, type Spec } from '../../src/model/spec.ts';
import { openMachine } from '../support/crash-machine.ts';
import { crashRun } from '../support/crash-run.ts';
import { CRASH_MACHINE, CRASH_SCENARIOS, type CrashScenario } from '../support/crash-scenarios.ts';

/** Many small files, synced: memory is kind to them. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** Points at which a process is killed in earnest, per scenario. */
const REAL_KILLS = 2;

let root: string;
let folders = 0;
/** The machine before anything was done. */
let start: unknown;

beforeAll(() => {
  root = mkdtempSync(join(SCRATCH, 'pasidctl-crash-'));
  start = openMachine(folderWith(new Map()), CRASH_MACHINE).snapshot();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Everything that a killed process leaves: the files of the folder and of the state folder in it, by name. */
type Remains = ReadonlyMap<string, string>;

function remainsOf(folder: string): Remains {
  const state = join(folder, 'state');
  const names = ['machine.json', ...readdirSync(state).map((name) => join('state', name))];
  return new Map(
    names.flatMap((name) => {
      const path = join(folder, name);
      return existsSync(path) ? [[name, readFileSync(path, 'utf8')]] : [];
    }),
  );
}

function folderWith(remains: Remains): string {
  const folder = join(root, String(folders++));
  mkdirSync(join(folder, 'state'), { recursive: true });
  for (const [name, text] of remains) writeFileSync(join(folder, name), text);
  return folder;
}

async function apply(folder: string, specs: readonly Spec[]) {
  return crashRun({ folder, host: CRASH_MACHINE, specs });
}

async function prepared({ before }: Pick<CrashScenario, 'before'>): Promise<string> {
  const folder = folderWith(new Map());
  for (const spec of before) expect((await apply(folder, [spec])).exitCodes).toEqual([0]);
  return folder;
}

interface Recording {
  /** Points that the run went by. */
  readonly points: readonly string[];
  /** What a kill at each point leaves. */
  readonly remains: readonly Remains[];
  /** Those that differ, with the first point of each. */
  readonly distinct: readonly number[];
}

async function record(folder: string, specs: readonly Spec[]): Promise<Recording> {
  const points: string[] = [];
  const remains: Remains[] = [];
  const seen = new Set<string>();
  const distinct: number[] = [];
  const reach = (what: string): void => {
    const left = remainsOf(folder);
    const key = JSON.stringify([...left]);
    if (!seen.has(key)) distinct.push(points.length);
    seen.add(key);
    points.push(what);
    remains.push(left);
  };
  const { exitCodes } = await crashRun({ folder, host: CRASH_MACHINE, specs, reach });
  expect(exitCodes.at(-1)).toBe(0);
  return { points, remains, distinct };
}

/** Both ways on from what a kill left: back at once, and to the spec, as if nothing had been, and then back. */
async function expectRecovery(remains: Remains, scenario: CrashScenario, where: string): Promise<void> {
  await expectReturn(remains, where);
  const { exitCodes, snapshots } = await apply(folderWith(remains), [lastSpec(scenario), EMPTY_SPEC]);
  expect({ exitCodes, snapshots }, where).toEqual({ exitCodes: [0, 0], snapshots: [await unharmed(scenario), start] });
}

async function expectReturn(remains: Remains, where: string): Promise<void> {
  const { exitCodes, snapshots } = await apply(folderWith(remains), [EMPTY_SPEC]);
  expect({ exitCodes, snapshots }, where).toEqual({ exitCodes: [0], snapshots: [start] });
}

/** Points within a record of the journal, which is the one file that is not written whole. */
function torn({ distinct, points, remains }: Recording): number[] {
  return distinct.filter((point) => {
    const journal = remains[point]?.get('state/journal.jsonl') ?? '';
    return points[point] === 'within writeSync' && journal !== '' && !journal.endsWith('\n');
  });
}

/** What is to be there after the run, or was there before it. */
function lastSpec({ before, specs }: CrashScenario): Spec {
  return [...before, ...specs].findLast((spec) => spec !== EMPTY_SPEC) ?? EMPTY_SPEC;
}

const applied = new Map<CrashScenario, unknown>();

/** The machine with that spec applied and nobody killed. */
async function unharmed(scenario: CrashScenario): Promise<unknown> {
  const known = applied.get(scenario);
  if (known !== undefined) return known;
  const { snapshots } = await apply(folderWith(new Map()), [lastSpec(scenario)]);
  applied.set(scenario, snapshots[0]);
  return snapshots[0];
}

describe.each(CRASH_SCENARIOS)('$title', (scenario) => {
  let recording: Recording;
  beforeAll(async () => {
    recording = await record(await prepared(scenario), scenario.specs);
  });

  test('killed at any point, the next run goes on or gives everything back', async () => {
    for (const point of recording.distinct) {
      const where = `${point}: ${recording.points[point]}`;
      await expectRecovery(recording.remains[point] ?? new Map(), scenario, where);
    }
    const { points, distinct } = recording;
    expect(torn(recording).length).toBeGreaterThan(2);
    process.stdout.write(`${scenario.title}: ${points.length} points, ${distinct.length} states\n`);
  });

  test('killed once more while giving back, the run after that gives everything back', async () => {
    for (const point of torn(recording).slice(1, 2)) {
      const second = await record(folderWith(recording.remains[point] ?? new Map()), [EMPTY_SPEC]);
      for (const then of second.distinct) {
        const where = `${point}: ${recording.points[point]}, then ${then}: ${second.points[then]}`;
        await expectReturn(second.remains[then] ?? new Map(), where);
      }
    }
  });
});

describe('a process that is killed in earnest', () => {
  const program = (): string => join(root, 'crash-child.mjs');
  beforeAll(async () => {
    await build({
      entryPoints: [new URL('../support/crash-child.ts', import.meta.url).pathname],
      outfile: program(),
      ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', external: ['koffi'], logLevel: 'error' },
      // Where the examples are found from.
      define: { 'import.meta.url': JSON.stringify(new URL('../support/crash-child.ts', import.meta.url).href) },
      banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
    });
  });

  test.each(CRASH_SCENARIOS)('leaves what the sweep took for it: $title', async (scenario) => {
    const { points, remains } = await record(await prepared(scenario), scenario.specs);
    for (let kill = 0; kill < REAL_KILLS; kill++) {
      const point = Math.floor(((kill + 0.5) * points.length) / REAL_KILLS);
      const folder = await prepared(scenario);
      const { signal } = spawnSync(process.execPath, [program(), folder, scenario.title, String(point)]);
      expect(signal).toBe('SIGKILL');
      expect([...remainsOf(folder).keys()].filter((name) => !name.endsWith('.tmp'))).toEqual(
        [...(remains[point] ?? new Map()).keys()].filter((name) => !name.endsWith('.tmp')),
      );
      await expectRecovery(remainsOf(folder), scenario, `${point}: ${points[point]}`);
    }
  });
});
