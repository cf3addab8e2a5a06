import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli } from '../support/run-cli.ts';
import { FUNCTIONS } from './functions.ts';
import { GIVEN } from './given.ts';
import { GROUPS, HOLDERS, USES } from './in-use.ts';
import type { MachineCase } from './machine-case.ts';
import { MEMORY } from './memory.ts';
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
];

/** The words that read its machine, written below a folder of its own. */
function placed({ name, spec, build }: MachineCase): {
  readonly root: string;
  readonly file: string;
  readonly words: string[];
} {
  const root = join(WORK, name, 'root');
  const file = join(WORK, name, 'spec.yaml');
  build().writeBelow(root);
  writeFileSync(file, spec);
  return { root, file, words: ['--root', root, '--state-dir', join(WORK, name, 'state')] };
}

interface Told {
  readonly check: string;
  readonly state: string;
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
  const { file, words } = placed(machine);

  test('plan', async () => {
    const { exitCode, stdout, stderr } = await cli(['plan', '-f', file, ...words]);
    expect(codesIn(stderr)).toEqual([...machine.plan.codes].sort());
    expect(exitCode).toBe(machine.plan.exit);
    expectWords(flowing(stdout + stderr), machine.plan);
  });

  test('doctor', async () => {
    const { exitCode, stdout } = await cli(['doctor', '-f', file, ...words, '-o', 'json']);
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly Told[] };
    const told = findings.filter(({ state }) => state !== 'fine' && state !== 'skipped');
    expect(told.map(({ state, check }) => `${state} ${check}`)).toEqual(machine.doctor);
    expect(exitCode).toBe(machine.plan.exit);
    expectWords(flowing((await cli(['doctor', '-f', file, ...words])).stdout), machine.plan);
  });

  test('doctor without a spec', async () => {
    const { exitCode, stdout } = await cli(['doctor', ...words, '-o', 'json']);
    expect([0, 4]).toContain(exitCode);
    expect(JSON.parse(stdout)).toHaveProperty('findings');
  });

  test('inventory', async () => {
    const { exitCode, stdout } = await cli(['inventory', ...words]);
    expect(exitCode).toBe(0);
    expectWords(flowing(stdout), { words: machine.inventory ?? [] });
  });
});

describe('every word of the answers', () => {
  test.each(GIVEN)('$name', async (machine) => {
    const { file, words } = placed(machine);
    const answers = [];
    for (const command of [['plan', '-f', file], ['doctor', '-f', file], ['inventory']]) {
      const { exitCode, stdout, stderr } = await cli([...command, ...words]);
      answers.push(`$ pasidctl ${command.join(' ')}\n${stdout}${stderr}exit ${exitCode}\n`);
    }
    const text = answers
      .join('\n')
      .replaceAll(file, 'spec.yaml')
      .replaceAll(/^(Fine\n)(?: .*\n)+/gm, '$1  …\n');
    // How many checks are fine changes with every new rule.
    await expect(text.replaceAll(/\d+ fine/g, '… fine')).toMatchFileSnapshot(`golden/${machine.name}.txt`);
  });
});
