import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { existingKernel, findKernel } from './find-kernel.ts';

let top = '';
let checkout = '';

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'find-kernel-'));
  checkout = join(top, 'checkout');
});

afterEach(() => rm(top, { recursive: true }));

function search(environment: Readonly<Record<string, string>> = {}) {
  return { checkout, environment: { XDG_CACHE_HOME: join(top, 'cache'), ...environment } };
}

async function put(...path: readonly string[]): Promise<string> {
  const file = join(top, ...path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, '');
  return file;
}

test('without an image and without being asked to build, the reason says what to set', async () => {
  const found = await findKernel(search());
  expect(found).toHaveProperty('missing', expect.stringContaining('PASIDCTL_TEST_KERNEL'));
});

test('the named image comes before the neighbouring one', async () => {
  await put('shared', 'kernel', 'bzImage-7.3.4');
  const named = await put('elsewhere', 'bzImage');
  expect(existingKernel(search({ PASIDCTL_TEST_KERNEL: named }))).toBe(named);
});

test('of several neighbouring images the last by name is taken', async () => {
  await put('shared', 'kernel', 'bzImage-7.3.4');
  const newer = await put('shared', 'kernel', 'bzImage-7.3.9');
  await put('shared', 'kernel', 'README.md');
  expect(existingKernel(search())).toBe(newer);
});

test('a cached image of another configuration is not taken', async () => {
  await put('cache', 'pasidctl', 'bzImage-000000000000');
  expect(existingKernel(search())).toBeNull();
});

test('a named image that is not there is an error, not a skipped test', async () => {
  await expect(findKernel(search({ PASIDCTL_TEST_KERNEL: '/no/such/image' }))).rejects.toThrow('/no/such/image');
});
