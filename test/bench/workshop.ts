/** Where the measured programs are made and run: TypeScript bundled as the product is, C compiled with optimization. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from '../vm/harness/guest-program.ts';
import { CHECKOUT } from '../vm/harness/work-folder.ts';

const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

export interface Workshop {
  /** For files of a run; removed at the end. */
  readonly folder: string;
  /** Path of a bundle of test/bench/programs/<name>.ts. */
  bundle(name: string): Promise<string>;
  /** Path of the program made of test/bench/c/<name>.c, or why there is none. */
  compile(name: string): { readonly path: string } | { readonly missing: string };
}

export async function withWorkshop<T>(work: (shop: Workshop) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pasidctl-bench-'));
  symlinkSync(join(CHECKOUT, 'node_modules'), join(folder, 'node_modules'));
  try {
    return await work({
      folder,
      bundle: (name) => bundle(folder, name),
      compile: (name) => compile(folder, name),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(folder: string, name: string): Promise<string> {
  const output = join(folder, `${name}.mjs`);
  await bundleProgram(new URL(`programs/${name}.ts`, import.meta.url), output);
  return output;
}

function compile(folder: string, name: string): ReturnType<Workshop['compile']> {
  const source = fileURLToPath(new URL(`c/${name}.c`, import.meta.url));
  const path = join(folder, basename(name));
  const { status, stderr, error } = spawnSync('gcc', ['-O2', '-Wall', '-Werror', '-o', path, source], {
    encoding: 'utf8',
  });
  if (error !== undefined) return { missing: 'gcc is not there' };
  if (status !== 0) throw new Error(`gcc cannot compile ${source}:\n${stderr}`);
  return { path };
}

/** What a program of ours prints, as JSON. Throws when it fails. */
export function runForJson(path: string, args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', path, ...args], {
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT_BYTES,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${basename(path)} ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout);
}
