/** Files that are none, or have no end, wherever a command is given one: told in time, and nothing is lost. */

import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CTRL_C, onPty } from '../support/pty.ts';
import { type CliRun, cli } from '../support/run-cli.ts';
import { fifoIn, IS_ROOT, NEEDS_ROOT, nodeIn } from '../support/special-files.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/pasidctl.js', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../examples/two-pasids.yaml', import.meta.url));

let folder: string;
let on: readonly string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-files-'));
  on = ['--backend', 'sim', '--state-dir', join(folder, 'state')];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const codesOf = ({ stdout }: CliRun): string[] =>
  JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);

const run = (...words: string[]): Promise<CliRun> => cli([...words, ...on, '-o', 'json']);

describe('a plan is saved only over a plan or nothing', () => {
  const save = (path: string) => run('plan', '-f', EXAMPLE, '--out', path);

  test('over a plan and an empty file', async () => {
    const path = join(folder, 'a.plan');
    writeFileSync(path, '');
    expect((await save(path)).exitCode).toBe(0);
    const first = readFileSync(path, 'utf8');
    expect((await save(path)).exitCode).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(first);
  });

  test('never over another file, a link, a FIFO or a folder (exit 64)', async () => {
    const precious = join(folder, 'precious');
    writeFileSync(precious, 'devices: []\n');
    const plan = join(folder, 'real.plan');
    await save(plan);
    const link = join(folder, 'link');
    symlinkSync(plan, link);
    const before = readFileSync(plan, 'utf8');
    for (const path of [precious, link, fifoIn(folder), folder, '/dev/stdout']) {
      const refused = await save(path);
      expect({ path, exitCode: refused.exitCode }).toEqual({ path, exitCode: 64 });
      expect(codesOf(refused)).toEqual(['PLAN_FILE_IN_THE_WAY']);
    }
    expect(readFileSync(precious, 'utf8')).toBe('devices: []\n');
    expect(readlinkSync(link)).toBe(plan);
    expect(readFileSync(plan, 'utf8')).toBe(before);
  });

  test.skipIf(!IS_ROOT)(`never over a device node${NEEDS_ROOT}`, async () => {
    const node = nodeIn(folder, 'full');
    expect((await save(node)).exitCode).toBe(64);
    expect(lstatSync(node).isCharacterDevice()).toBe(true);
  });

  test('- is standard output, and for apply standard input, as is a machine', async () => {
    const { stdout } = await cli(['plan', '-f', EXAMPLE, '--out', '-', ...on]);
    expect((await cli(['apply', '-', '--auto-approve', ...on], { stdin: stdout })).exitCode).toBe(0);
    const machine = (await cli(['inventory', '-o', 'yaml', ...on])).stdout;
    const shown = await cli(['inventory', '--machine', '-', '--backend', 'kernel', '-o', 'yaml'], { stdin: machine });
    expect(shown.stdout).toBe(machine);
  });

  test('- is standard output, and the plan for people goes beside it', async () => {
    const { exitCode, stdout, stderr } = await cli(['plan', '-f', EXAMPLE, '--out', '-', ...on]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('take dsa0');
    writeFileSync(join(folder, 'a.plan'), stdout);
    expect((await run('apply', join(folder, 'a.plan'), '--auto-approve')).exitCode).toBe(0);
  });
});

/** The lock is only written, for its note; the others are read first. */
function refusalOf(name: string): string {
  return name === 'lock' ? 'STATE_NOT_WRITABLE' : 'STATE_UNREADABLE';
}

test('a link in place of a file of the state folder is neither read nor replaced nor written through', async () => {
  await run('apply', '-f', EXAMPLE, '--auto-approve');
  const state = join(folder, 'state');
  for (const name of ['world.json', 'lock', 'journal.jsonl']) {
    const path = join(state, name);
    const target = join(folder, `target-${name}`);
    const kept = name === 'journal.jsonl' ? '' : readFileSync(path, 'utf8');
    writeFileSync(target, kept);
    rmSync(path, { force: true });
    symlinkSync(target, path);
    const refused = await run('destroy', '--auto-approve');
    expect({ name, exitCode: refused.exitCode, codes: codesOf(refused) }).toEqual({
      ...{ name, exitCode: 1, codes: [refusalOf(name)] },
    });
    expect(readlinkSync(path)).toBe(target);
    expect(readFileSync(target, 'utf8')).toBe(kept);
    rmSync(path);
    if (name !== 'journal.jsonl') writeFileSync(path, kept);
  }
  expect((await run('destroy', '--auto-approve')).exitCode).toBe(0);
});

describe('what has no end is refused, and quickly', () => {
  test.each([
    ['a plan', 'PLAN_FILE_UNREADABLE', (path: string) => ['apply', path, '--auto-approve']],
    ['a machine', 'USAGE_MACHINE_UNREADABLE', (path: string) => ['plan', '-f', EXAMPLE, '--machine', path]],
    ['a spec', 'SPEC_FILE_UNREADABLE', (path: string) => ['plan', '-f', path]],
  ])('a device or folder as %s', async (_, code, words) => {
    for (const path of ['/dev/zero', ...(code === 'SPEC_FILE_UNREADABLE' ? [] : [folder])]) {
      const refused = await run(...words(path));
      expect({ exitCode: refused.exitCode, codes: codesOf(refused) }).toEqual({ exitCode: 66, codes: [code] });
    }
  });

  test('a FIFO among the files of a folder', async () => {
    const conf = join(folder, 'conf.d');
    mkdirSync(conf);
    fifoIn(conf, '10.yaml');
    const refused = await run('plan', '-f', conf);
    expect({ exitCode: refused.exitCode, codes: codesOf(refused) }).toEqual({
      ...{ exitCode: 66, codes: ['SPEC_FILE_UNREADABLE'] },
    });
  });

  test('a FIFO in place of a file of the state folder', async () => {
    await run('apply', '-f', EXAMPLE, '--auto-approve');
    for (const name of ['lock', 'journal.jsonl', 'world.json']) {
      const path = join(folder, 'state', name);
      rmSync(path, { force: true });
      fifoIn(join(folder, 'state'), name);
      expect(codesOf(await run('destroy', '--auto-approve'))).toEqual([refusalOf(name)]);
      rmSync(path);
    }
  });
});

describe('a stream', () => {
  const shell = (command: string) =>
    execa('bash', ['-c', command], { reject: false, env: { P: PROGRAM, F: folder, E: EXAMPLE } });

  test('by process substitution is a spec, a plan and a machine', async () => {
    const sim = '--backend sim --state-dir $F/state';
    expect(await shell(`node $P validate -f <(cat $E)`)).toMatchObject({ exitCode: 0 });
    await shell(`node $P inventory ${sim} -o yaml > $F/machine.yaml && node $P plan ${sim} -f $E --out $F/a.plan`);
    const machine = await shell(`node $P plan ${sim} -f <(cat $E) --machine <(cat $F/machine.yaml)`);
    expect(machine).toMatchObject({ exitCode: 0 });
    expect(await shell(`node $P apply ${sim} --auto-approve <(sleep 0.2; cat $F/a.plan)`)).toMatchObject({
      exitCode: 0,
    });
  });

  test('from which nothing comes is told at a terminal, and Ctrl-C gives up', async () => {
    const fifo = fifoIn(folder);
    for (const words of [
      ['validate', '-f', fifo],
      ['validate', '-f', '-'],
      ['apply', fifo, ...on],
    ]) {
      const { screen, exitCode } = await onPty(['node', PROGRAM, ...words], [['Waiting for ', CTRL_C]]);
      expect(screen).toContain('Waiting for ');
      expect(exitCode).toBe(-2);
    }
  });

  test('that a holder reads again does not keep it from its release', async () => {
    const fifo = fifoIn(folder);
    const holder = execa('node', [PROGRAM, 'apply', '-f', fifo, ...on, '--auto-approve', '--hold', '-o', 'json'], {
      reject: false,
    });
    writeFileSync(fifo, readFileSync(EXAMPLE));
    let said = '';
    holder.stdout.on('data', (piece) => {
      said += String(piece);
    });
    while (!said.includes('"holding"')) await new Promise((resolve) => setTimeout(resolve, 20));
    holder.kill('SIGHUP');
    await new Promise((resolve) => setTimeout(resolve, 500));
    holder.kill('SIGTERM');
    expect((await holder).exitCode).toBe(0);
    expect(JSON.parse((await cli(['status', ...on, '-o', 'json'])).stdout).viommus).toEqual([]);
  });
});

describe.skipIf(!IS_ROOT)(`a disk that is full${NEEDS_ROOT}`, () => {
  test('is told as that, with advice that fits, and is a failure before a change (exit 1)', async ({ skip }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k,nr_inodes=8', 'tmpfs', disk], { stdio: 'pipe' });
    } catch {
      skip('mounting a tmpfs is not permitted here');
    }
    try {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(4096));
      const saved = await run('plan', '-f', EXAMPLE, '--out', join(disk, 'a.plan'));
      const applied = await cli(['apply', '-f', EXAMPLE, '--auto-approve', '-o', 'json', '--backend', 'sim'], {
        env: { PASIDCTL_STATE_DIR: join(disk, 'state') },
      });
      for (const { exitCode, stdout } of [saved, applied]) {
        expect(exitCode).toBe(1);
        expect(stdout).toContain('ENOSPC');
        expect(stdout).toContain('Make room');
        expect(stdout).not.toContain('root');
      }
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});
