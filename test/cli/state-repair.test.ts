/** `state repair`: what is lost is said, the old file is kept, and the next run finds a folder that it can use. */

import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readKernel } from '../../src/host/kernel-facts.ts';
import { openLibc } from '../../src/kernel/libc.ts';
import type { Handover } from '../../src/model/live.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { beginJournal, readUnfinished } from '../../src/state/journal.ts';
import { encodeLedger } from '../../src/state/ledger-file.ts';
import { onPty } from '../support/pty.ts';
import { type CliRun, cli } from '../support/run-cli.ts';
import { bdf, HANDOVER } from '../views/models.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/pasidctl.js', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../examples/two-pasids.yaml', import.meta.url));

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'pasidctl-repair-'));
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

const BOOT_ID = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

async function simBootId(): Promise<string> {
  const { openWorld } = await import('../../src/sim/world-file.ts');
  const { tree } = openWorld(state, () => SAMPLE_MACHINE);
  return readKernel(tree).bootId;
}

const on = (): string[] => ['--state-dir', state];
const repair = (...words: string[]): Promise<CliRun> => cli(['state', 'repair', ...on(), ...words]);
const path = (name: string): string => join(state, name);
const asideOf = (name: string): string[] => readdirSync(state).filter((file) => file.startsWith(`${name}.damaged-`));

function writeLedger(handovers: readonly Handover[]): string {
  const live = { handovers, createdFiles: ['/dev/shm/guest0'], loadedModules: ['vfio_pci'], madeVfs: [], viommus: [] };
  const text = `${encodeLedger({ backend: 'kernel', bootId: 'x', holder: null, live })}\n`;
  writeFileSync(path('ledger.json'), text);
  return text;
}

test('a folder without damage, or without a folder, is left as it is', async () => {
  writeLedger([]);
  const before = readFileSync(path('ledger.json'), 'utf8');
  expect(await repair('-y')).toMatchObject({ exitCode: 0, stdout: 'No file of the state folder is damaged.\n' });
  expect(readFileSync(path('ledger.json'), 'utf8')).toBe(before);
  expect((await cli(['state', 'repair', '--state-dir', path('none')])).exitCode).toBe(0);
  expect(readdirSync(state)).not.toContain('none');
});

describe('a damaged ledger', () => {
  test.each<[string, (text: string) => string]>([
    ['with one letter changed', (text) => text.replace('idxd', 'idxe')],
    ['cut off behind its hand-overs', (text) => text.slice(0, text.indexOf('viommus'))],
  ])('%s: what it lists is told, it is kept, and the next run goes', async (_, damage) => {
    const damaged = damage(writeLedger([HANDOVER]));
    writeFileSync(path('ledger.json'), damaged);
    expect((await cli(['status', ...on()])).exitCode).toBe(1);

    const { exitCode, stdout } = await repair('-y', '-o', 'json');
    expect(exitCode).toBe(0);
    const { kind, files } = JSON.parse(stdout);
    expect({ kind, files: files.length }).toEqual({ kind: 'StateRepair', files: 1 });
    expect(files[0].lost).toEqual([
      `dsa0 (0000:6a:01.0) was taken from ${damaged.includes('idxe') ? 'idxe' : 'idxd'}`,
      'memory file /dev/shm/guest0 was made',
      'module vfio_pci was loaded',
    ]);
    expect(asideOf('ledger.json')).toEqual([files[0].keptAs]);
    expect(readFileSync(path(files[0].keptAs), 'utf8')).toBe(damaged);
    expect((await cli(['status', ...on()])).stdout).toContain('Nothing is held.');
  });

  test('that is empty says nothing, and a second one is kept beside the first', async () => {
    for (const _ of [1, 2]) {
      writeFileSync(path('ledger.json'), '');
      expect(await repair('-y')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('cannot be read') });
    }
    expect(asideOf('ledger.json')).toHaveLength(2);
  });
});

test('of a damaged journal the whole lines stay in use, and the lost ones are told', async () => {
  const journal = beginJournal(state, { bootId: 'x', operation: 'pasidctl apply', since: 'then' });
  journal.intent({ kind: 'take-device', handover: HANDOVER, driver: 'vfio-pci' });
  journal.intent({ kind: 'create-file', file: '/dev/shm/guest0', sizeBytes: 4096n });
  const lines = readFileSync(path('journal.jsonl'), 'utf8').split('\n');
  writeFileSync(
    path('journal.jsonl'),
    [lines[0], (lines[1] ?? '').replace('idxd', 'idxe'), 'torn', ...lines.slice(2)].join('\n'),
  );
  appendFileSync(path('journal.jsonl'), '{"never ended');

  const { exitCode, stdout } = await repair('-y');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('line 2: dsa0 (0000:6a:01.0) was taken from idxe');
  expect(stdout).toContain('line 3, which cannot be read');
  expect(stdout).toContain('begun: create memory file /dev/shm/guest0');
  expect(await readUnfinished(state)).toEqual([
    { record: 'begin', bootId: 'x', operation: 'pasidctl apply', since: 'then' },
    // Line 3 may have begun another run.
    { record: 'begin', bootId: BOOT_ID, operation: 'pasidctl state repair', since: expect.any(String) },
    { record: 'intent', step: { kind: 'create-file', file: '/dev/shm/guest0', sizeBytes: 4096n } },
  ]);
  expect(readFileSync(path(asideOf('journal.jsonl')[0] ?? ''), 'utf8')).toContain('torn\n');
});

test('of a journal with a damaged beginning the records stay in use, and the next destroy gives back what they list', async () => {
  const sim = ['--backend', 'sim'];
  // A killed apply: the world as it was, and a journal.
  await cli(['apply', '-f', EXAMPLE, '-y', ...on(), ...sim]);
  await cli(['destroy', '-y', ...on(), ...sim]);
  const journal = beginJournal(state, { bootId: await simBootId(), operation: 'pasidctl apply', since: 'then' });
  journal.intent({
    kind: 'take-device',
    handover: { ...HANDOVER, device: 'dsa1', address: bdf('6f:01.0') },
    driver: 'vfio-pci',
  });
  const text = readFileSync(path('journal.jsonl'), 'utf8');
  writeFileSync(path('journal.jsonl'), text.replace('pasidctl-journal', 'pasidctl-journa1'));
  const { exitCode, stdout } = await repair('-y', ...sim);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('begun: take dsa1 (0000:6f:01.0)');
  const status = JSON.parse((await cli(['status', ...on(), ...sim, '-o', 'json'])).stdout);
  expect(status.handovers).toMatchObject([{ device: 'dsa1' }]);
  expect((await cli(['destroy', '-y', ...on(), ...sim])).exitCode).toBe(0);
  expect(await readUnfinished(state)).toBeNull();
});

test('of a journal whose lines were joined, a beginning among them still counts', async () => {
  const journal = beginJournal(state, { bootId: BOOT_ID, operation: 'pasidctl apply', since: 'then' });
  journal.intent({ kind: 'load-module', module: 'vfio_pci' });
  journal.intent({ kind: 'create-file', file: '/dev/shm/guest0', sizeBytes: 4096n });
  writeFileSync(path('journal.jsonl'), readFileSync(path('journal.jsonl'), 'utf8').replace('\n', ' '));
  const { stdout } = await repair('-y');
  expect(stdout).toContain('line 1: module vfio_pci was loaded');
  expect(stdout).toContain('begun: create memory file /dev/shm/guest0');
  expect((await cli(['status', ...on()])).stdout).toContain('memory file /dev/shm/guest0');
});

test('a damaged simulated world makes way for a new one, which works', async () => {
  const sim = ['--backend', 'sim'];
  await cli(['apply', '-f', EXAMPLE, '-y', ...on(), ...sim]);
  writeFileSync(path('world.json'), readFileSync(path('world.json'), 'utf8').replace('vfio-pci', 'vfio-pcj'));
  const { exitCode, stdout } = await repair('-y', ...sim);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('dsa0 (0000:6a:01.0) was taken from idxd');
  expect(asideOf('world.json')).toHaveLength(1);
  expect((await cli(['apply', '-f', EXAMPLE, '-y', ...on(), ...sim])).exitCode).toBe(0);
  expect((await cli(['destroy', '-y', ...on(), ...sim])).exitCode).toBe(0);
});

describe('nothing is changed', () => {
  const codesOf = ({ stdout }: CliRun): string[] =>
    JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);

  test('without a terminal and without --auto-approve (exit 64), and by no (exit 1)', async () => {
    writeFileSync(path('ledger.json'), 'x');
    const refused = await repair('-o', 'json');
    expect({ exitCode: refused.exitCode, codes: codesOf(refused) }).toEqual({
      exitCode: 64,
      codes: ['USAGE_NO_TERMINAL'],
    });
    const { exitCode, screen } = await onPty(['node', PROGRAM, 'state', 'repair', ...on()], [['[y/N]', 'n\r']]);
    expect(exitCode).toBe(1);
    expect(screen.indexOf('ledger.json is damaged')).toBeLessThan(screen.indexOf('[y/N]'));
    expect(readFileSync(path('ledger.json'), 'utf8')).toBe('x');
    expect(asideOf('ledger.json')).toEqual([]);
  });

  test('of a file that a newer pasidctl wrote: it is not damaged', async () => {
    writeFileSync(path('ledger.json'), JSON.stringify({ ...JSON.parse(writeLedger([])), version: 3 }));
    const refused = await repair('-y', '-o', 'json');
    expect({ exitCode: refused.exitCode, codes: codesOf(refused) }).toEqual({ exitCode: 1, codes: ['STATE_NEWER'] });
    expect(asideOf('ledger.json')).toEqual([]);
  });

  test('while another run has the lock (exit 5)', async () => {
    writeFileSync(path('ledger.json'), 'x');
    writeFileSync(path('lock'), '');
    const libc = openLibc();
    const fd = libc.open(path('lock'), 'read-write');
    expect(libc.flock(fd)).toBe(0);
    try {
      expect((await repair('-y')).exitCode).toBe(5);
    } finally {
      libc.close(fd);
    }
  });
});

test('completion and help know the command', async () => {
  expect((await execa('node', [PROGRAM, 'complete', '--', 'state', ''])).stdout).toContain('repair');
  expect((await cli(['state', 'repair', '--help'])).stdout).toContain('pasidctl state repair');
  expect((await cli(['state'])).exitCode).toBe(64);
});
