/**
 * The folder that host and guest share: script, programs and inputs go in, results come out. It has the same path on
 * both sides.
 */

import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from './guest-program.ts';

export const CHECKOUT: string = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

const PRELUDE = new URL('../guest/prelude.sh', import.meta.url);

/** What is bigger is not brought back. */
const RESULT_LIMIT_BYTES = 16 * 1024 * 1024;

export interface WorkInputs {
  readonly script: string;
  readonly files: Readonly<Record<string, string>>;
  /** TypeScript sources, by the command name that runs them in the guest. */
  readonly programs: Readonly<Record<string, URL>>;
}

/** Undone by: rm. */
export async function prepareWorkFolder({ script, files, programs }: WorkInputs): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'pasidctl-vm-'));
  await mkdir(join(work, 'bin'));
  await symlink(join(CHECKOUT, 'node_modules'), join(work, 'node_modules'));
  await writeFile(join(work, 'vm.env'), environment(work));
  await writeFile(join(work, 'run.sh'), `set -eu\n${await readFile(PRELUDE, 'utf8')}\n${script}\n`);
  await installCommand(work, 'pasidctl', join(CHECKOUT, 'dist', 'pasidctl.js'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(work, name), content);
  for (const [name, source] of Object.entries(programs)) {
    const bundle = join(work, 'bin', `${name}.mjs`);
    await bundleProgram(source, bundle);
    await installCommand(work, name, bundle);
  }
  return work;
}

/** `exec`, so that the process id the shell sees is the program's. */
async function installCommand(work: string, name: string, program: string): Promise<void> {
  const text = `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(program)} "$@"\n`;
  await writeFile(join(work, 'bin', name), text, { mode: 0o755 });
}

function environment(work: string): string {
  const path = [join(work, 'bin'), dirname(process.execPath), '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
  const variables = {
    WORK: work,
    CHECKOUT,
    PATH: path.join(delimiter),
    HOME: '/tmp',
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
  };
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}=${quote(value)}\n`)
    .join('');
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/** The text of every regular file in the folder itself. */
export async function readResults(work: string): Promise<ReadonlyMap<string, string>> {
  const results = new Map<string, string>();
  for (const entry of await readdir(work, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(work, entry.name);
    if ((await stat(path)).size <= RESULT_LIMIT_BYTES) results.set(entry.name, await readFile(path, 'utf8'));
  }
  return results;
}

export async function removeWorkFolder(work: string): Promise<void> {
  await rm(work, { recursive: true, force: true });
}
