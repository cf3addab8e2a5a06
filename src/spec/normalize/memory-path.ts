/** Paths of memory files: one spelling for each, so that one file is not taken for two. */

import { Buffer } from 'node:buffer';
import { posix } from 'node:path';

/** linux/limits.h, in bytes; PATH_MAX counts the final NUL. */
const PATH_MAX = 4096;
const NAME_MAX = 255;

/** Without `//` and `/./`. `..` and a `/` at the end stay: {@link faultOf} refuses them. */
export function normalizePath(path: string): string {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  const isFolder = names.length > 0 && /\/\.?$/.test(path);
  return `/${names.join('/')}${isFolder ? '/' : ''}`;
}

/** Why a normalized path cannot be that of a memory file, as words to follow the path; `null` when it can. */
export function faultOf(path: string): string | null {
  const names = path.split('/');
  if (names.includes('..')) return `goes up with \`..\` and means ${posix.normalize(path)}`;
  if (path.endsWith('/')) return 'is a folder';
  const longest = Math.max(...names.map((name) => Buffer.byteLength(name)));
  if (longest > NAME_MAX) return `has a name of ${longest} bytes; Linux allows ${NAME_MAX}`;
  const length = Buffer.byteLength(path);
  return length < PATH_MAX ? null : `has ${length} bytes; Linux allows ${PATH_MAX - 1}`;
}
