/** Slips of an operator: nothing that is held is lost by one. */

import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CTRL_C, CTRL_D, onPty } from '../support/pty.ts';
import { cli } from '../support/run-cli.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/pasidctl.js', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../examples/two-pasids.yaml', import.meta.url));

let folder: string;
let on: readonly string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-slips-'));
  on = ['--backend', 'sim', '--state-dir', join(folder, 'state')];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const applied = () => cli(['apply', '-f', EXAMPLE, ...on, '--auto-approve']);

async function isHeld(): Promise<boolean> {
  return JSON.parse((await cli(['status', ...on, '-o', 'json'])).stdout).viommus.length > 0;
}

describe('a spec that asks for nothing', () => {
  const EMPTY: readonly (readonly [string, () => { readonly words: readonly string[]; readonly stdin?: string }])[] = [
    ['standard input without a byte', () => ({ words: ['-f', '-'], stdin: '' })],
    ['a document of comments', () => ({ words: ['-f', '-'], stdin: '# nothing\n---\n' })],
    ['a header alone', () => ({ words: ['-f', '-'], stdin: 'apiVersion: pasidctl/v1\nkind: Host\n' })],
    ['empty lists', () => ({ words: ['-f', '-'], stdin: 'apiVersion: pasidctl/v1\nkind: Host\ndevices: []\n' })],
    [
      'a folder without a spec',
      () => {
        mkdirSync(join(folder, 'conf.d'), { recursive: true });
        return { words: ['-f', join(folder, 'conf.d')] };
      },
    ],
  ];

  test.each(EMPTY)('is refused where something is held: %s', async (_, make) => {
    await applied();
    const { words, ...world } = make();
    for (const command of ['apply', 'plan']) {
      const approve = command === 'apply' ? ['--auto-approve'] : [];
      const { exitCode, stderr } = await cli([command, ...words, ...on, ...approve], world);
      expect({ command, exitCode }).toEqual({ command, exitCode: 65 });
      expect(stderr).toContain('SPEC_REMOVES_EVERYTHING');
    }
    expect(await isHeld()).toBe(true);
  });

  test('is carried out when the command line says that it is meant', async () => {
    await applied();
    const run = await cli(['apply', '-f', '-', ...on, '--auto-approve', '--allow-empty'], { stdin: '' });
    expect(run.exitCode).toBe(0);
    expect(await isHeld()).toBe(false);
  });

  test('is no error where nothing is held', async () => {
    expect((await cli(['apply', '-f', '-', ...on, '--auto-approve'], { stdin: '' })).exitCode).toBe(0);
  });

  test('at SIGHUP leaves a holder what it holds', async () => {
    const spec = join(folder, 'spec.yaml');
    writeFileSync(spec, await import('node:fs').then(({ readFileSync }) => readFileSync(EXAMPLE)));
    const holder = execa('node', [PROGRAM, 'apply', '-f', spec, ...on, '--auto-approve', '--hold', '-o', 'json'], {
      reject: false,
    });
    const said = (text: string, times: number) => seen(holder.stdout, text, times);
    await said('"event":"holding"', 1);
    writeFileSync(spec, '');
    holder.kill('SIGHUP');
    await said('"event":"holding"', 2);
    expect(await isHeld()).toBe(true);
    holder.kill('SIGTERM');
    const { exitCode, stderr } = await holder;
    expect({ exitCode, refused: stderr.includes('SPEC_REMOVES_EVERYTHING') }).toEqual({ exitCode: 0, refused: true });
  });
});

/** Wait until a stream has said a text so many times. */
async function seen(stream: NodeJS.ReadableStream, text: string, times: number): Promise<void> {
  let all = kept.get(stream) ?? '';
  const more = (piece: Buffer): void => {
    all += String(piece);
    kept.set(stream, all);
  };
  stream.on('data', more);
  while (all.split(text).length <= times) await new Promise((resolve) => setTimeout(resolve, 20));
  stream.off('data', more);
}
const kept = new Map<NodeJS.ReadableStream, string>();

describe('at the prompt of a terminal', () => {
  const apply = () => ['node', PROGRAM, 'apply', '-f', EXAMPLE, ...on];

  test.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
    ['no', 'no\r'],
    ['Enter', '\r'],
    ['yess', 'yess\r'],
  ])('%s changes nothing, exit 1', async (_, typed) => {
    const { exitCode, screen } = await onPty(apply(), [['[y/N]', typed]]);
    expect(exitCode).toBe(1);
    expect(screen).toContain('Nothing was changed.');
    expect(await isHeld()).toBe(false);
  });

  test('Ctrl-C changes nothing, exit 1, also where stderr goes to a file', async () => {
    const log = join(folder, 'log');
    writeFileSync(log, '');
    const { exitCode, screen } = await onPty(['bash', '-c', `${apply().join(' ')} 2> ${log}`], [['[y/N]', CTRL_C]]);
    expect(exitCode).toBe(1);
    expect(`${screen}${readFileSync(log, 'utf8')}`).toContain('Nothing was changed.');
    expect(await isHeld()).toBe(false);
  });

  test.each(['INT', 'TERM', 'HUP'])('SIG%s changes nothing, exit 1', async (signal) => {
    const kill = `(sleep 1.5; pkill -${signal} -f 'state-dir ${join(folder, 'state')}') & exec ${apply().join(' ')}`;
    const { exitCode, screen } = await onPty(['bash', '-c', kill]);
    expect(exitCode).toBe(1);
    expect(screen).toContain('Nothing was changed.');
    expect(await isHeld()).toBe(false);
  });

  test.each(['y', 'yes', 'Y', 'YES'])('%s is yes', async (answer) => {
    expect((await onPty(apply(), [['[y/N]', `${answer}\r`]])).exitCode).toBe(0);
    expect(await isHeld()).toBe(true);
  });

  test('a plan is shown before it is asked about, also where stdout is for programs', async () => {
    const { screen } = await onPty([...apply(), '-o', 'json'], [['[y/N]', 'n\r']]);
    expect(screen.indexOf('take dsa0 (0000:6a:01.0)')).toBeGreaterThan(-1);
    expect(screen.indexOf('take dsa0 (0000:6a:01.0)')).toBeLessThan(screen.indexOf('[y/N]'));
  });
});

test('-y approves', async () => {
  expect((await cli(['apply', '-f', EXAMPLE, ...on, '-y'])).exitCode).toBe(0);
});

describe('an output that cannot be written', () => {
  const run = (words: readonly string[], full: 'stdout' | 'stderr') => {
    const fd = openSync('/dev/full', 'w');
    const running = execa('node', [PROGRAM, ...words], { reject: false, [full]: fd });
    return running.finally(() => closeSync(fd));
  };

  test.each(['stdout', 'stderr'] as const)(
    '%s: what was applied is done, and 74 says that it was not told',
    async (full) => {
      const { exitCode } = await run(['apply', '-f', EXAMPLE, ...on, '--auto-approve'], full);
      expect(exitCode).toBe(74);
      expect(await isHeld()).toBe(true);
    },
  );

  test('a worse exit code stays', async () => {
    expect((await run(['validate', '-f', join(folder, 'none.yaml'), '-o', 'json'], 'stdout')).exitCode).toBe(66);
  });
});

test('destroy with nothing held says that, and not that a spec is met', async () => {
  const { exitCode, stdout } = await cli(['destroy', ...on, '--auto-approve']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Nothing is held');
});

test('a state folder that is removed under a holder, and used by another run, has one writer: the other run', async () => {
  const holder = execa('node', [PROGRAM, 'apply', '-f', EXAMPLE, ...on, '--auto-approve', '--hold', '-o', 'json'], {
    reject: false,
  });
  await seen(holder.stdout, '"event":"holding"', 1);
  const state = join(folder, 'state');
  rmSync(state, { recursive: true });
  expect((await applied()).exitCode).toBe(0);
  const files = (): unknown => readdirSync(state).map((name) => readFileSync(join(state, name), 'utf8'));
  const before = files();
  holder.kill('SIGHUP');
  await seen(holder.stdout, '"event":"holding"', 2);
  holder.kill('SIGTERM');
  const { exitCode, stderr } = await holder;
  expect(stderr).toContain('STATE_LOCK_LOST');
  expect(exitCode).toBe(74);
  expect(files()).toEqual(before);
});

test('a lock file that is removed under a holder lets no other run in', async () => {
  const holder = execa('node', [PROGRAM, 'apply', '-f', EXAMPLE, ...on, '--auto-approve', '--hold', '-o', 'json'], {
    reject: false,
  });
  await seen(holder.stdout, '"event":"holding"', 1);
  rmSync(join(folder, 'state', 'lock'));
  const other = await cli(['apply', '-f', EXAMPLE, ...on, '-y']);
  expect({ exitCode: other.exitCode, told: other.stderr }).toEqual({
    exitCode: 5,
    told: expect.stringContaining(`in use by its holder, process ${holder.pid}`),
  });
  expect((await cli(['destroy', ...on, '-y'])).exitCode).toBe(0);
  expect((await holder).exitCode).toBe(74);
  expect(await isHeld()).toBe(false);
});

test('a holder of devices alone is shown, released by destroy, and lets no other run in', async () => {
  const spec = join(folder, 'devices.yaml');
  const device = 'devices: [{ name: dsa0, address: "0000:6a:01.0" }]';
  writeFileSync(spec, `apiVersion: pasidctl/v1\nkind: Host\nvfioPci: { disableDenylist: true }\n${device}\n`);
  const holder = execa('node', [PROGRAM, 'apply', '-f', spec, ...on, '--auto-approve', '--hold', '-o', 'json'], {
    reject: false,
  });
  await seen(holder.stdout, '"event":"holding"', 1);
  rmSync(join(folder, 'state', 'lock'));
  expect((await applied()).exitCode).toBe(5);
  expect((await cli(['destroy', ...on, '--auto-approve'])).exitCode).toBe(0);
  await holder;
  const status = JSON.parse((await cli(['status', ...on, '-o', 'json'])).stdout);
  expect({ holder: status.holder, handovers: status.handovers }).toEqual({ holder: null, handovers: [] });
});

test('what is held beside vIOMMUs and devices is shown too', async () => {
  await applied();
  const spec = readFileSync(EXAMPLE, 'utf8').replaceAll('pasidctl-two-pasids', 'pasidctl-other');
  writeFileSync(join(folder, 'other.yaml'), spec);
  expect((await cli(['destroy', '-f', join(folder, 'other.yaml'), ...on, '-y'])).exitCode).toBe(0);
  const { stdout } = await cli(['status', ...on]);
  expect(stdout).not.toContain('Nothing is held');
  expect(stdout).toContain('memory file /dev/shm/pasidctl-two-pasids');
  expect((await cli(['destroy', ...on, '-y'])).exitCode).toBe(0);
  expect((await cli(['status', ...on])).stdout).toContain('Nothing is held');
});

test('standard input is named once', async () => {
  for (const words of [
    ['plan', '-f', '-', '--machine', '-'],
    ['apply', '-', '--machine', '-', '-y'],
    ['destroy', '-f', '-', '--machine', '-', '-y'],
  ]) {
    const { exitCode, stderr } = await cli([...words, ...on], { stdin: 'x' });
    expect({ exitCode, stderr }).toEqual({ exitCode: 64, stderr: expect.stringContaining('can be read once') });
  }
});

test('a holder on the simulator is shown by status, and released by destroy', async () => {
  const holder = execa('node', [PROGRAM, 'apply', '-f', EXAMPLE, ...on, '--auto-approve', '--hold', '-o', 'json'], {
    reject: false,
  });
  await seen(holder.stdout, '"event":"holding"', 1);
  const status = JSON.parse((await cli(['status', ...on, '-o', 'json'])).stdout);
  expect(status.holder).toMatchObject({ pid: holder.pid, alive: true });
  expect((await cli(['destroy', ...on, '--auto-approve'])).exitCode).toBe(0);
  expect((await holder).exitCode).toBe(0);
  expect(await isHeld()).toBe(false);
});

describe('destroy -f', () => {
  const two = (name: string, address: string, file: string) => `apiVersion: pasidctl/v1
kind: Host
vfioPci: { disableDenylist: true }
devices: [{ name: ${name}, address: "${address}" }]
viommus:
  - name: guest-${name}
    pasidBits: 8
    firstStage: true
    memory: [{ file: /dev/shm/${file}, size: 16MiB, guestAddress: 0x1000000, create: true }]
    devices: [${name}]
bindings: [{ device: ${name}, pasid: 1, firstStage: { pageTable: 0x1000000 } }]
`;
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const held = async () => {
    const status = JSON.parse((await cli(['status', ...on, '-o', 'json'])).stdout);
    return {
      viommus: status.viommus.map(({ name }: { name: string }) => name),
      handovers: status.handovers.map(({ device }: { device: string }) => device),
    };
  };
  const setUp = async () => {
    const [a, b] = [
      write('a.yaml', two('dsa0', '0000:6a:01.0', 'pasidctl-part-a')),
      write('b.yaml', two('dsa1', '0000:6f:01.0', 'pasidctl-part-b')),
    ];
    expect((await cli(['apply', '-f', a, '-f', b, ...on, '-y'])).exitCode).toBe(0);
    return { a, b };
  };

  test('tells the warnings of its files, and refuses a saved plan', async () => {
    const { a } = await setUp();
    const warned = await cli(['destroy', '-f', write('c.yaml', two('n', '0000:6a:01.0', 'x')), '-f', a, ...on, '-y']);
    expect(warned.stderr).toContain('SPEC_YAML_1_1');
    expect((await cli(['plan', '-f', a, ...on, '--out', join(folder, 'a.plan')])).exitCode).toBe(0);
    for (const command of ['plan', 'apply', 'destroy', 'validate']) {
      const approve = command === 'apply' || command === 'destroy' ? ['-y'] : [];
      const where = command === 'validate' ? [] : on;
      const refused = await cli([command, '-f', join(folder, 'a.plan'), ...where, ...approve]);
      expect({ command, exitCode: refused.exitCode }).toEqual({ command, exitCode: 64 });
      expect(refused.stderr).toContain('is a saved plan, not a spec');
    }
  });

  test('gives back what its files name, and nothing else; without it everything goes', async () => {
    const { a } = await setUp();
    const run = await cli(['destroy', '-f', a, ...on, '-y']);
    expect(run.exitCode).toBe(0);
    expect(await held()).toEqual({ viommus: ['guest-dsa1'], handovers: ['dsa1'] });
    expect((await cli(['destroy', '-f', a, ...on, '-y'])).stdout).toContain('Nothing that these files name is held');
    expect((await cli(['destroy', ...on, '-y'])).exitCode).toBe(0);
    expect(await held()).toEqual({ viommus: [], handovers: [] });
  });

  test('refuses to tear a device out of a vIOMMU that stays', async () => {
    await setUp();
    const alone = write(
      'alone.yaml',
      'apiVersion: pasidctl/v1\nkind: Host\ndevices: [{ name: d, address: "0000:6a:01.0" }]\n',
    );
    const { exitCode, stderr } = await cli(['destroy', '-f', alone, ...on, '-y']);
    expect({ exitCode, told: stderr.includes('STATE_PART_IN_USE') }).toEqual({ exitCode: 4, told: true });
    expect((await held()).viommus).toHaveLength(2);
  });

  test('is refused where it names a vIOMMU without all of its devices, or a device without its vIOMMU', async () => {
    await applied();
    const part = (devices: string, viommus: string): string =>
      write('part.yaml', `apiVersion: pasidctl/v1\nkind: Host\ndevices: [${devices}]\nviommus: [${viommus}]\n`);
    const viommu = '{ name: guest0, pasidBits: 8, firstStage: true, devices: [dsa0] }';
    const one = part('{ name: dsa0, address: "0000:6a:01.0" }', viommu);
    const refused = await cli(['destroy', '-f', one, ...on, '-y']);
    expect(refused.exitCode).toBe(4);
    expect(refused.stderr).toContain('vIOMMU guest0 holds dsa1 (0000:6f:01.0), which these files do not name');
    expect((await held()).viommus).toEqual(['guest0']);
  });

  test('is refused by name while a process holds', async () => {
    const holder = execa('node', [PROGRAM, 'apply', '-f', EXAMPLE, ...on, '-y', '--hold', '-o', 'json'], {
      reject: false,
    });
    await seen(holder.stdout, '"event":"holding"', 1);
    const { exitCode, stderr } = await cli(['destroy', '-f', EXAMPLE, ...on, '-y']);
    expect({ exitCode, told: stderr.includes('STATE_HELD_BY_PROCESS') }).toEqual({ exitCode: 1, told: true });
    expect(await isHeld()).toBe(true);
    holder.kill('SIGTERM');
    await holder;
  });
});
