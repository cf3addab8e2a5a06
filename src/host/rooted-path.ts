/**
 * Absolute paths below a root that is not `/`: links are followed as chroot(2) would, so nothing outside is ever reached.
 *
 * A captured /sys is a hostile folder like any other: its links may loop, point at /etc, or climb with `..`.
 */

import { lstatSync, readlinkSync } from 'node:fs';
import { join, posix } from 'node:path';

/** As many as the kernel follows (ELOOP beyond, linux/namei.h MAXSYMLINKS). */
const MAX_LINKS = 40;

/** Absolute, without `..` and without NUL: the only paths a tree answers. */
export function isTreePath(path: string): boolean {
  return path.startsWith('/') && !path.includes('\0') && !path.split('/').includes('..');
}

/**
 * The path with every link resolved, as seen from inside the root; `null` when something on the way is missing, or links
 * loop. The last component may be missing when `lastMayLack` is set.
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

/** Target of a link; `null` for anything else that is there; `undefined` when nothing is there. */
function readLink(file: string): string | null | undefined {
  try {
    return lstatSync(file).isSymbolicLink() ? readlinkSync(file) : null;
  } catch {
    return undefined;
  }
}
