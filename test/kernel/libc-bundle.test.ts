import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Bundle a program like the product is bundled, run it far from any node_modules, and read the JSON that it prints. */
async function run(contents: string, modulePath: string): Promise<unknown> {
  const outfile = join(folder, 'program.mjs');
  const stdin = { contents, resolveDir: ROOT };
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', target: 'node20', external: ['koffi'], outfile });
  const env = { ...process.env, NODE_PATH: modulePath };
  return JSON.parse(execFileSync(process.execPath, [outfile], { env, encoding: 'utf8', cwd: folder }));
}

test('in the bundle, koffi is loaded by openLibc and not by the import', async () => {
  const program = `
    import { openLibc } from './src/kernel/libc.ts';
    const loaded = () => process.report.getReport().sharedObjects.some((path) => path.includes('koffi'));
    const before = loaded();
    const result = openLibc().close(-1);
    console.log(JSON.stringify({ before, after: loaded(), result }));
  `;
  expect(await run(program, join(ROOT, 'node_modules'))).toEqual({ before: false, after: true, result: -9 });
});

test('where koffi cannot be loaded, openLibc throws a kernel error', async () => {
  const program = `
    import { openLibc } from './src/kernel/libc.ts';
    try {
      openLibc();
    } catch ({ name, operation, errno, message }) {
      console.log(JSON.stringify({ name, operation, errno, lines: message.split('\\n').length }));
    }
  `;
  expect(await run(program, '')).toEqual({ name: 'KernelError', operation: 'dlopen', errno: 38, lines: 1 });
});
