/** Files of the state folder, and saved plans, that a newer pasidctl wrote; and what killed runs leave. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeLedger } from '../../src/state/ledger-file.ts';
import { seal } from '../../src/state/sealed.ts';
import { type CliRun, cli } from '../support/run-cli.ts';

const EXAMPLE = new URL('../../examples/two-pasids.yaml', import.meta.url).pathname;

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'pasidctl-versions-'));
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

const run = (...words: string[]): Promise<CliRun> => cli([...words, '--state-dir', state, '-o', 'json']);

const answerOf = ({ exitCode, stdout }: CliRun): unknown => ({
  exitCode,
  codes: JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code),
});

const NEWER = { exitCode: 1, codes: ['STATE_NEWER'] };

test('a newer ledger is newer, not damaged', async () => {
  const ledger = encodeLedger({
    ...{ backend: 'kernel', bootId: '', holder: null },
    live: { handovers: [], createdFiles: [], loadedModules: [], madeVfs: [], viommus: [] },
  });
  writeFileSync(join(state, 'ledger.json'), JSON.stringify({ ...JSON.parse(ledger), version: 3 }));
  expect(answerOf(await run('status'))).toEqual(NEWER);
});

test('a newer journal is newer, not damaged', async () => {
  writeFileSync(join(state, 'journal.jsonl'), `${seal({}, { format: 'pasidctl-journal', version: 2 })}\n`);
  expect(answerOf(await run('status'))).toEqual(NEWER);
});

test('a newer world, and a newer ledger in a world, are newer, not damaged', async () => {
  await run('apply', '-f', EXAMPLE, '--backend', 'sim', '--auto-approve');
  const path = join(state, 'world.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"version":1', '"version":2'));
  expect(answerOf(await run('status', '--backend', 'sim'))).toEqual(NEWER);
  const [, world = '', note = ''] = text.split('\n');
  const newNote = JSON.stringify(JSON.stringify({ ...JSON.parse(JSON.parse(note)), version: 3 }));
  const sha256 = createHash('sha256').update(`${world}\n${newNote}`).digest('hex');
  const head = JSON.stringify({ format: 'pasidctl-world', version: 1, sha256 });
  writeFileSync(path, `${head}\n${world}\n${newNote}\n`);
  expect(answerOf(await run('status', '--backend', 'sim'))).toEqual(NEWER);
});

test('a newer plan is newer, not damaged (exit 65)', async () => {
  const plan = join(state, 'a.plan');
  await run('plan', '-f', EXAMPLE, '--backend', 'sim', '--out', plan);
  writeFileSync(plan, JSON.stringify({ ...JSON.parse(readFileSync(plan, 'utf8')), version: 4 }));
  expect(answerOf(await run('apply', plan, '--backend', 'sim', '--auto-approve'))).toEqual({
    ...{ exitCode: 65, codes: ['PLAN_FILE_NEWER'] },
  });
});

test('temporary files of killed runs are swept by the next run that changes something, and no others', async () => {
  const dead = spawnSync('true').pid;
  const kept = [`world.json.${process.ppid}.tmp`, `notes.${dead}.tmp`];
  for (const name of [...kept, `world.json.${dead}.tmp`]) writeFileSync(join(state, name), '');
  await run('status', '--backend', 'sim');
  expect(readdirSync(state)).toHaveLength(3);
  await run('apply', '-f', EXAMPLE, '--backend', 'sim', '--auto-approve');
  expect(
    readdirSync(state)
      .filter((name) => name.endsWith('.tmp'))
      .sort(),
  ).toEqual(kept.sort());
});
