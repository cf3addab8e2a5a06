import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findQemus } from './find-qemu.ts';

const OLD = ['x-scalable-mode'];
const NEW = ['fsts', 'scalable-mode'];

let top = '';

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'find-qemu-'));
});

afterEach(() => rm(top, { recursive: true }));

/** A program that knows these options of the VT-d unit. */
async function put(folder: string, options: readonly string[]): Promise<string> {
  const program = join(top, 'pasidctl', folder, 'qemu-system-x86_64');
  await mkdir(join(program, '..'), { recursive: true });
  await writeFile(program, `#!/bin/sh\nprintf '  %s=<bool>\\n' ${options.join(' ')}\n`);
  await chmod(program, 0o755);
  return program;
}

async function find(installed: readonly string[], named = '') {
  return findQemus(await put('installed', installed), { XDG_CACHE_HOME: top, PASIDCTL_TEST_QEMU: named });
}

test('of several in the cache the newest is taken, by the numbers in its version', async () => {
  await put('qemu-11.2.0', NEW);
  const newest = await put('qemu-11.10.0+ds-1~bpo13+1', NEW);
  await put('qemu-9.2.0', NEW);
  await put('.qemu.abcdef', NEW);
  expect(await find(OLD)).toMatchObject({
    'second-stage': { program: join(top, 'pasidctl/installed/qemu-system-x86_64'), unit: 'x-scalable-mode=on' },
    'first-stage': { program: newest, unit: expect.stringContaining('scalable-mode=on,fsts=on') },
  });
});

test('the named one comes before those of the cache', async () => {
  await put('qemu-11.1.3', NEW);
  const program = await put('named', NEW);
  expect(await find(OLD, program)).toHaveProperty('first-stage.program', program);
});

test('without another one the installed one is taken when it can, else the reason says how to get one', async () => {
  expect(await find(NEW)).toHaveProperty('first-stage.unit', expect.stringContaining('fsts=on'));
  expect(await find(OLD)).toHaveProperty('first-stage.missing', expect.stringContaining('npm run vm:qemu'));
});

test('a named one that is not there, or cannot, is an error, not a skipped test', async () => {
  await expect(find(NEW, '/no/such/qemu')).rejects.toThrow('/no/such/qemu');
  const old = await put('named', OLD);
  await expect(find(NEW, old)).rejects.toThrow(old);
});

test('without an installed one there is none', async () => {
  expect(await findQemus('/no/such/qemu', { XDG_CACHE_HOME: top })).toBeNull();
});
