import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { cli } from '../support/run-cli.ts';
import { FOUND } from './found.ts';
import { FUNCTIONS } from './functions.ts';
import { GIVEN } from './given.ts';
import { GROUPS, HOLDERS, USES } from './in-use.ts';
import type { MachineCase } from './machine-case.ts';
import { MEMORY } from './memory.ts';
import { placed } from './place.ts';
import { PLATFORMS } from './platforms.ts';
import { DENYLIST, SCALABLE, SWITCHES } from './switched-on.ts';

const WORK = mkdtempSync(join(tmpdir(), 'pasidctl-machines-'));
afterAll(() => rmSync(WORK, { recursive: true, force: true }), 60_000);

const MACHINES: readonly MachineCase[] = [
  ...GIVEN,
  ...SCALABLE,
  ...SWITCHES,
  ...DENYLIST,
  ...PLATFORMS,
  ...USES,
  ...HOLDERS,
  ...GROUPS,
  ...MEMORY,
  ...FUNCTIONS,
  ...FOUND,
];

interface Told {
  readonly check: string;
  readonly state: string;
}

const DOCTOR_SCHEMA = new URL('../../schema/doctor.v1.schema.json', import.meta.url);
const isDoctor = new Ajv2020({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync(DOCTOR_SCHEMA, 'utf8')),
);

interface DoctorDocument {
  readonly findings: readonly Told[];
}

/** What doctor printed as JSON, which is as the published schema says. */
function documentOf(stdout: string): DoctorDocument {
  const document: DoctorDocument = JSON.parse(stdout);
  expect(isDoctor(document), JSON.stringify(isDoctor.errors?.slice(0, 3))).toBe(true);
  return document;
}

function codesIn(text: string): string[] {
  return [...new Set(text.match(/\bHOST_[A-Z0-9_]+/g) ?? [])].sort();
}

/** Without line breaks, which depend on the width. */
function flowing(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function expectWords(text: string, { words, never = [] }: Pick<MachineCase['plan'], 'words' | 'never'>): void {
  for (const word of words) expect(text).toMatch(word);
  for (const word of never) expect(text).not.toMatch(word);
}

describe.each(MACHINES)('$name', (machine) => {
  const { file, words } = placed(WORK, machine);

  test('plan', async () => {
    const { exitCode, stdout, stderr } = await cli(['plan', '-f', file, ...words]);
    expect(codesIn(stderr)).toEqual([...machine.plan.codes].sort());
    expect(exitCode).toBe(machine.plan.exit);
    expectWords(flowing(stdout + stderr), machine.plan);
  });

  test('doctor', async () => {
    const { exitCode, stdout } = await cli(['doctor', '-f', file, ...words, '-o', 'json']);
    const { findings } = documentOf(stdout);
    const told = findings.filter(({ state }) => state !== 'fine' && state !== 'skipped');
    expect(told.map(({ state, check }) => `${state} ${check}`)).toEqual(machine.doctor);
    expect(exitCode).toBe(machine.plan.exit);
    expectWords(flowing((await cli(['doctor', '-f', file, ...words])).stdout), machine.plan);
  });

  test('doctor without a spec', async () => {
    const { exitCode, stdout } = await cli(['doctor', ...words, '-o', 'json']);
    expect([0, 4]).toContain(exitCode);
    expect(documentOf(stdout).findings).not.toEqual([]);
  });

  test('inventory', async () => {
    const { exitCode, stdout } = await cli(['inventory', ...words]);
    expect(exitCode).toBe(0);
    expectWords(flowing(stdout), { words: machine.inventory ?? [] });
  });
});

describe('every word of the answers', () => {
  test.each(GIVEN)('$name', async (machine) => {
    const { file, words } = placed(WORK, machine);
    // The path of a temporary folder would change the line breaks.
    const [cwd, spec] = [dirname(file), basename(file)];
    const answers = [];
    for (const [command, columns] of [
      [['plan', '-f', spec], 100],
      [['doctor', '-f', spec], 80],
      [['doctor', '-f', spec], 40],
      [['doctor'], 80],
      [['inventory'], 100],
    ] as const) {
      const { exitCode, stdout, stderr } = await cli([...command, ...words], { columns, cwd });
      answers.push(`$ pasidctl ${command.join(' ')}  # ${columns} columns\n${stdout}${stderr}exit ${exitCode}\n`);
    }
    const text = answers.join('\n').replaceAll(/^(Fine\n)(?: .*\n)+/gm, '$1  …\n');
    // How many checks are fine changes with every new rule.
    await expect(text.replaceAll(/\d+(\s+)fine/g, '…$1fine')).toMatchFileSnapshot(`golden/${machine.name}.txt`);
  });
});
