/**
 * Finds the kernel image of the VM tests, or builds it where that was asked for.
 *
 * In this order: the file that PASIDCTL_TEST_KERNEL names; a `shared/kernel` folder beside the checkout; the user's
 * cache; a build by build-kernel.sh into the cache, with PASIDCTL_BUILD_KERNEL=1 or in CI.
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { cacheFolder, type Environment } from './cache-folder.ts';

const BUILD_SCRIPT = fileURLToPath(new URL('../build-kernel.sh', import.meta.url));
const CONFIG = new URL('../kernel.config', import.meta.url);
const BUILD_DEADLINE_MS = 30 * 60_000;

export interface KernelSearch {
  readonly checkout: string;
  readonly environment: Environment;
}

/** Path of a bzImage, or why there is none. Throws when the environment names a file that is not there. */
export async function findKernel(
  search: KernelSearch,
): Promise<{ readonly path: string } | { readonly missing: string }> {
  const found = existingKernel(search);
  if (found !== null) return { path: found };
  const { PASIDCTL_BUILD_KERNEL, CI } = search.environment;
  if (PASIDCTL_BUILD_KERNEL !== '1' && (CI ?? '') === '') {
    return { missing: 'no kernel image; PASIDCTL_TEST_KERNEL names one, PASIDCTL_BUILD_KERNEL=1 builds one' };
  }
  return buildKernel(cachedKernel(search));
}

/** A kernel that is there already. */
export function existingKernel(search: KernelSearch): string | null {
  const named = search.environment.PASIDCTL_TEST_KERNEL ?? '';
  if (named !== '') {
    if (!existsSync(named)) throw new Error(`PASIDCTL_TEST_KERNEL names ${named}, which is not there`);
    return named;
  }
  const cached = cachedKernel(search);
  return neighbouringKernel(search.checkout) ?? (existsSync(cached) ? cached : null);
}

/** `bzImage-*` in `shared/kernel` beside the checkout: the last one in name order. */
function neighbouringKernel(checkout: string): string | null {
  const folder = join(checkout, '..', 'shared', 'kernel');
  if (!existsSync(folder)) return null;
  const images = readdirSync(folder).filter((name) => name.startsWith('bzImage-'));
  const last = images.sort().at(-1);
  return last === undefined ? null : join(folder, last);
}

/** A name that changes with the configuration, so that a stale image is not taken for the right one. */
function cachedKernel({ environment }: KernelSearch): string {
  const hash = createHash('sha256').update(readFileSync(CONFIG)).digest('hex').slice(0, 12);
  return join(cacheFolder(environment), `bzImage-${hash}`);
}

async function buildKernel(output: string): Promise<{ readonly path: string } | { readonly missing: string }> {
  process.stderr.write('Building the test kernel: about 9 minutes on 2 cores …\n');
  const result = await execa(BUILD_SCRIPT, [output], {
    stdin: 'ignore',
    stdout: process.stderr,
    stderr: 'inherit',
    timeout: BUILD_DEADLINE_MS,
    reject: false,
  });
  return result.failed ? { missing: `the kernel build failed: ${result.shortMessage}` } : { path: output };
}
