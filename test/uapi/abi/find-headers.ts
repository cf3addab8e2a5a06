/**
 * Finds the kernel headers to compile against: the folder that PASIDCTL_ABI_HEADERS names, else the newest that
 * fetch-headers.sh left in the cache. Beside them the source of iommufd, whose test header is not among the headers for
 * programs: PASIDCTL_KERNEL_SOURCE (a kernel tree), else what fetch-headers.sh --source left.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Headers {
  /** Folders for the compiler to search. */
  readonly include: readonly string[];
  /** drivers/iommu/iommufd of the same kernel release, where there is one. */
  readonly source: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const TRIPLET: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** Null where there are no headers. Throws when the environment names a folder without them. */
export function findHeaders(environment: Environment): Headers | null {
  const named = environment.PASIDCTL_ABI_HEADERS ?? '';
  const folder = named === '' ? newestCached(environment) : named;
  if (folder === null) return null;
  const root = ['usr/include', 'include', '.'].map((below) => join(folder, below)).find(hasHeaders);
  if (root === undefined) throw new Error(`${folder} has no linux/iommufd.h`);
  const include = [root, join(root, TRIPLET[process.arch] ?? '.')];
  return { include, source: findSource({ environment, folder, root }) };
}

function hasHeaders(folder: string): boolean {
  return existsSync(join(folder, 'linux/iommufd.h'));
}

function newestCached(environment: Environment): string | null {
  const configured = environment.XDG_CACHE_HOME ?? '';
  const cache = join(configured === '' ? join(homedir(), '.cache') : configured, 'pasidctl');
  if (!existsSync(cache)) return null;
  const names = readdirSync(cache).filter((name) => /^headers-\d[\w.+~-]*$/.test(name));
  const last = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return last === undefined ? null : join(cache, last);
}

interface SourceSearch {
  readonly environment: Environment;
  readonly folder: string;
  readonly root: string;
}

/** Numbers of another release would be recorded under the wrong name: such a tree is an error when it was asked for. */
function findSource({ environment, folder, root }: SourceSearch): string | null {
  const named = environment.PASIDCTL_KERNEL_SOURCE ?? '';
  const tree = named === '' ? join(folder, 'source') : named;
  const iommufd = join(tree, 'drivers/iommu/iommufd');
  if (named === '' && !existsSync(iommufd)) return null;
  const [ofTree, ofHeaders] = [releaseOfTree(tree), releaseOfHeaders(root)];
  if (ofTree !== ofHeaders)
    throw new Error(`${tree} is the source of ${ofTree}, the headers are those of ${ofHeaders}`);
  return iommufd;
}

function releaseOfTree(tree: string): string {
  return numbersIn(join(tree, 'Makefile'), [/^VERSION = (\d+)$/m, /^PATCHLEVEL = (\d+)$/m, /^SUBLEVEL = (\d+)$/m]);
}

function releaseOfHeaders(root: string): string {
  return numbersIn(join(root, 'linux/version.h'), [/_MAJOR (\d+)/, /_PATCHLEVEL (\d+)/, /_SUBLEVEL (\d+)/]);
}

function numbersIn(path: string, patterns: readonly RegExp[]): string {
  const text = readFileSync(path, 'utf8');
  return patterns.map((pattern) => pattern.exec(text)?.[1] ?? '?').join('.');
}
