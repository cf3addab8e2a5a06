/**
 * Absolute paths below a root that is not `/`: links are resolved as after chroot(2), so no path outside the root is reached.
 *
 * A captured /sys is untrusted: its links may loop, point at /etc, or contain `..`.
 */

import { lstatSync, readlinkSync } from 'node:fs';
import { join, posix } from 'node:path';
import { MAX_LINKS } from './sys-tree.ts';

/** True for absolute paths without `..` and NUL. A tree answers no others. */
export function isTreePath(path: string): boolean {
  return path.startsWith('/') && !path.includes('\0') && !path.split('/').includes('..');
}

/**
 * The path with every link resolved, relative to the root; `null` when a component is missing, or links loop. With
 * `lastMayLack` the last component may be missing.
 */
export function resolveInside(
  root: string,
  path: string,
  { lastMayLack }: { readonly lastMayLack: boolean },
): string | null {
  const pending = components(path);
  let inside = '/';
  let links = 0;
  while (pending.length > 0) {
    const name = pending.shift() ?? '';
    const next = posix.join(inside, name);
    const link = readLink(join(root, next));
    if (link === undefined && !(lastMayLack && pending.length === 0)) return null;
    if (typeof link !== 'string') {
      inside = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS) return null;
    if (link.startsWith('/')) inside = '/';
    pending.unshift(...components(link));
  }
  return inside;
}

function components(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

/** Target of a link; `null` for another kind of file; `undefined` when nothing exists. */
function readLink(file: string): string | null | undefined {
  try {
    return lstatSync(file).isSymbolicLink() ? readlinkSync(file) : null;
  } catch {
    return undefined;
  }
}
