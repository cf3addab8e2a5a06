/**
 * Sealed files whose checksum is right and whose content is not ours: each is told as damage or as no longer fitting, and none
 * ends in a bug.
 */

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringifyWithBigints } from '../../src/state/bigint-json.ts';
import { encodeLedger } from '../../src/state/ledger-file.ts';
import { type CliRun, cli } from '../support/run-cli.ts';
import { EVERY_STEP } from '../views/models.ts';

const EXAMPLE = new URL('../../examples/two-pasids.yaml', import.meta.url).pathname;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

let root: string;
let folders = 0;
/** A folder in which two PASIDs are held, the plan that led there, and a journal of a run that was killed. */
let held: string;
let plan: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pasidctl-hostile-'));
  held = join(root, 'held');
  plan = join(root, 'a.plan');
  const on = ['--backend', 'sim', '--state-dir', held];
  await cli(['plan', '-f', EXAMPLE, '--out', plan, ...on]);
  await cli(['apply', '-f', EXAMPLE, '--auto-approve', ...on]);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The text of a sealed file with another record, and the right checksum. */
function resealed(text: string, record: string): string {
  return `${JSON.stringify({ ...JSON.parse(text), record, checksum: sha256(record) })}\n`;
}

function recordOf(text: string): Json {
  return JSON.parse(JSON.parse(text).record);
}

/** What a hostile hand puts where something else was. */
const HOSTILE: readonly Json[] = [
  ...[
    null,
    true,
    -1,
    0,
    1.5,
    1e300,
    2 ** 53,
    '',
    'x',
    '-0x1n',
    '0xn',
    '0x1n',
    '0xffffffffffffffffffn',
    '/../../etc/passwd',
  ],
  ...[[], [[]], {}, { kind: 'unknown' }, '__proto__', Array(2000).fill('x'), Array(300).fill({ kind: 'load-module' })],
];

/** Every place of a document, as paths. */
function placesOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...path, key]))];
}

/** A copy in which one place has another value; `undefined` removes it. */
function changed(value: Json, [key, ...rest]: readonly (string | number)[], to: Json | undefined): Json {
  if (key === undefined) return to ?? null;
  const copy = structuredClone(value) as { [key: string]: Json };
  const part = copy[key];
  if (rest.length === 0 && to === undefined) delete copy[key];
  else copy[key] = changed(part ?? null, rest, to);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

/** Changes of a document: a place, and what is put there. */
function changes(document: Json): fc.Arbitrary<Json> {
  const places = placesOf(document);
  return fc
    .tuple(fc.nat(places.length - 1), fc.nat(HOSTILE.length))
    .map(([place, value]) => changed(document, places[place] ?? [], HOSTILE[value]));
}

const on = (state: string): string[] => ['--backend', 'sim', '--state-dir', state, '-o', 'json'];

function copyOfHeld(): string {
  const state = join(root, String(folders++));
  cpSync(held, state, { recursive: true });
  return state;
}

const apply = (path: string, state: string): Promise<CliRun> => cli(['apply', path, '--auto-approve', ...on(state)]);

function codesOf({ stdout }: CliRun): string[] {
  return JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);
}

describe('a saved plan', () => {
  const fresh = (): string => {
    const state = join(root, String(folders++));
    mkdirSync(state);
    return state;
  };

  async function answerTo(edit: (record: { [key: string]: Json }) => unknown): Promise<unknown> {
    const text = readFileSync(plan, 'utf8');
    // An object, as the file has it.
    const record = recordOf(text) as { [key: string]: Json };
    edit(record);
    const path = join(root, 'edited.plan');
    writeFileSync(path, resealed(text, JSON.stringify(record)));
    const run = await apply(path, fresh());
    return { exitCode: run.exitCode, codes: codesOf(run) };
  }

  const DAMAGED = { exitCode: 65, codes: ['PLAN_FILE_DAMAGED'] };

  test.each<[string, Json]>([
    ['an unknown kind', { kind: 'format-disk', disk: '/dev/sda' }],
    ['a negative size', { kind: 'create-file', file: '/dev/shm/x', sizeBytes: '-0x1000n' }],
    ['a number for a text', { kind: 'load-module', module: 7 }],
    ['a text that reads as a number', { kind: 'load-module', module: '0x1000n' }],
    ['a field too many', { kind: 'load-module', module: 'vfio_pci', run: 'rm' }],
    ['a relative file', { kind: 'remove-file', file: 'etc/passwd', sizeBytes: '0x1000n' }],
  ])('with a step of %s is damaged (exit 65)', async (_, step) => {
    const planned = { step, reason: 'wanted', disruption: 'live' };
    expect(await answerTo((record) => (record.plan = { steps: [planned] }))).toEqual(DAMAGED);
  });

  test.each([
    [
      'a path that goes up',
      'file: /dev/shm/pasidctl-two-pasids',
      'file: /dev/shm/../../etc/x',
      'SPEC_MEMORY_FILE_PATH',
    ],
    ['memory over the interrupt window', 'guestAddress: 0x1000000', 'guestAddress: 0xfee00000', 'SPEC_MEMORY_OVER_MSI'],
    ['an address between pages', 'guestAddress: 0x1000000', 'guestAddress: 0x1000001', 'SPEC_MEMORY_UNALIGNED'],
    ['a name with an escape', 'name: dsa0', 'name: "d\\e[31m"', 'SPEC_BAD_VALUE'],
    ['no YAML', 'devices:', 'devices: [', 'SPEC_YAML_SYNTAX'],
  ])('whose spec has %s is refused as the spec would be (exit 65)', async (_, from, to, code) => {
    const inputs = (record: { [key: string]: Json }) => record.spec as { file: string; text: string }[];
    const answer = await answerTo((record) => {
      for (const input of inputs(record)) {
        expect(input.text).toContain(from);
        input.text = input.text.replaceAll(from, to);
      }
    });
    expect(answer).toMatchObject({ exitCode: 65, codes: expect.arrayContaining([code]) });
  });

  test('of steps that its spec does not lead to is stale, whatever they are (exit 6)', async () => {
    const step = { kind: 'remove-file', file: '/etc/passwd', sizeBytes: '0x1000n' };
    const planned = { step, reason: 'unwanted', disruption: 'live' };
    const STALE = { exitCode: 6, codes: ['PLAN_STALE'] };
    expect(await answerTo((record) => (record.plan = { steps: [planned] }))).toEqual(STALE);
    expect(await answerTo((record) => (record.plan = { steps: [] }))).toEqual(STALE);
  });

  test('of a step of every kind has a shape that is taken', async () => {
    const { parsePlanFile } = await import('../../src/state/read-plan-file.ts');
    const text = readFileSync(plan, 'utf8');
    // An object, as the file has it.
    const record = recordOf(text) as { [key: string]: Json };
    for (const planned of EVERY_STEP) {
      const steps = `{"steps":[${stringifyWithBigints(planned)}]}`;
      const parsed = parsePlanFile(resealed(text, JSON.stringify({ ...record, plan: JSON.parse(steps) })));
      expect(parsed, planned.step.kind).toMatchObject({ plan: { steps: [planned] } });
    }
  });

  test('is never taken for a bug, whatever one place of it says', async () => {
    const text = readFileSync(plan, 'utf8');
    await fc.assert(
      fc.asyncProperty(changes(recordOf(text)), async (record) => {
        const path = join(root, 'random.plan');
        writeFileSync(path, resealed(text, JSON.stringify(record)));
        expect([0, 4, 6, 64, 65]).toContain((await apply(path, fresh())).exitCode);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

const DEBUG = { env: { PASIDCTL_DEBUG: '1' } };

/** Every command that reads the folder: none may end in a bug. */
async function expectNoBug(state: string): Promise<void> {
  const runs = [
    await cli(['status', ...on(state)], DEBUG),
    await cli(['plan', '-f', EXAMPLE, ...on(state)], DEBUG),
    await cli(['destroy', '--auto-approve', ...on(state)], DEBUG),
  ];
  for (const { exitCode, stderr } of runs) expect(exitCode, stderr).not.toBe(70);
}

/** A world file with other content. */
function writeWorld(state: string, world: string, note: string): void {
  const head = JSON.stringify({ format: 'pasidctl-world', version: 1, sha256: sha256(`${world}\n${note}`) });
  writeFileSync(join(state, 'world.json'), `${head}\n${world}\n${note}\n`);
}

const worldLines = (): readonly string[] => readFileSync(join(held, 'world.json'), 'utf8').split('\n');

describe('a ledger', () => {
  test('whose content is not ours is damaged', async () => {
    const state = join(root, String(folders++));
    mkdirSync(state);
    const text = encodeLedger({
      ...{ backend: 'kernel', bootId: 'x', holder: null },
      live: { handovers: [], createdFiles: [], loadedModules: [], madeVfs: [], viommus: [] },
    });
    for (const record of ['null', '[]', '{', '{"backend":"kernel"}', text.replace('[]', '[1]')]) {
      writeFileSync(join(state, 'ledger.json'), resealed(text, record));
      const run = await cli(['status', '--state-dir', state, '-o', 'json']);
      expect({ exitCode: run.exitCode, codes: codesOf(run) }).toEqual({ exitCode: 1, codes: ['STATE_DAMAGED'] });
    }
  });

  test('is never taken for a bug, whatever one place of it says', async () => {
    const [, world = '', note = ''] = worldLines();
    const ledger: string = JSON.parse(note);
    await fc.assert(
      fc.asyncProperty(changes(recordOf(ledger)), async (record) => {
        const state = copyOfHeld();
        writeWorld(state, world, JSON.stringify(resealed(ledger, JSON.stringify(record)).trimEnd()));
        await expectNoBug(state);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});

describe('a journal', () => {
  const line = (record: Json): string => {
    const text = JSON.stringify(record);
    return `${JSON.stringify({ format: 'pasidctl-journal', version: 1, checksum: sha256(text), record: text })}\n`;
  };
  const HANDOVER = {
    ...{ device: 'nic0', address: '0000:6a:01.0', formerDriver: 'idxd', formerOverride: null, release: 'restore' },
  };
  const WHOLE: readonly Json[] = [
    { record: 'begin', bootId: 'x', operation: 'pasidctl apply', since: 'then' },
    { record: 'intent', step: { kind: 'take-device', handover: HANDOVER, driver: 'vfio-pci' } },
    { record: 'intent', step: { kind: 'create-file', file: '/dev/shm/x', sizeBytes: '0x1000n' } },
  ];

  test('whose content is not ours is damaged, and the line is named', async () => {
    const state = copyOfHeld();
    const open = { kind: 'open-viommu', viommu: 'v', pasid: true, nesting: true };
    for (const bad of [7, {}, { record: 'later' }, { record: 'intent' }, { record: 'intent', step: open }] as Json[]) {
      writeFileSync(join(state, 'journal.jsonl'), [...WHOLE, bad].map(line).join(''));
      const run = await cli(['status', ...on(state)]);
      expect({ exitCode: run.exitCode, codes: codesOf(run) }).toEqual({ exitCode: 1, codes: ['STATE_DAMAGED'] });
      expect(run.stdout).toContain('journal.jsonl:4');
    }
  });

  test('is never taken for a bug, whatever one place of it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(WHOLE.length - 1).chain((at) => fc.tuple(fc.constant(at), changes(WHOLE[at] ?? null))),
        async ([at, record]) => {
          const state = copyOfHeld();
          const records = WHOLE.map((whole, index) => (index === at ? record : whole));
          writeFileSync(join(state, 'journal.jsonl'), records.map(line).join(''));
          await expectNoBug(state);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

test('a simulated world is never taken for a bug, whatever one place of it says', async () => {
  const [, world = '', note = ''] = worldLines();
  await fc.assert(
    fc.asyncProperty(changes(JSON.parse(world)), async (document) => {
      const state = copyOfHeld();
      writeWorld(state, JSON.stringify(document), note);
      await expectNoBug(state);
    }),
    { numRuns: 150 },
  );
}, 180_000);
