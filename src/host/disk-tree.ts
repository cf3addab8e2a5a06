/**
 * SysTree on a folder: the running machine when the root is `/`, a captured machine otherwise.
 *
 * Reads accept regular files only (opening a device or a FIFO can block or have effects) and stop at a limit. Links that point
 * outside a captured root are resolved inside it. Writes and modprobe run in a child process: run-child.ts.
 */

import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { PathKind } from '../model/host.ts';
import { createRegularFile, removeRegularFile } from './disk-files.ts';
import { modprobe } from './modprobe.ts';
import { isTreePath, resolveInside } from './rooted-path.ts';
import type { FolderLink, SysTree } from './sys-tree.ts';
import { writeAttribute } from './write-attribute.ts';

const TEXT_LIMIT_BYTES = 1024 * 1024;

/** The tree below `root`; empty when `root` does not exist. */
export function diskTree(root = '/'): SysTree {
  const at = placesBelow(resolve(root));
  return {
    readText: (path) => text(readCapped(at.existing(path), TEXT_LIMIT_BYTES)),
    readBytes: (path, limitBytes) => readCapped(at.existing(path), limitBytes),
    list: (path) => attempt(at.existing(path), (file) => readdirSync(file).sort()),
    folders: (path) => attempt(at.existing(path), foldersIn),
    links: (path, limit) => attempt(at.existing(path), (folder) => linksIn(folder, limit)),
    linkName: (path) => attempt(at.link(path), (file) => basename(readlinkSync(file))),
    linkTarget: (path) => (isLink(at.link(path)) ? at.inside(path) : null),
    exists: (path) => attempt(at.existing(path), (file) => statSync(file)) !== null,
    deviceNumber: (path) => (at.isMachine ? attempt(at.existing(path), deviceNumberAt) : null),
    kindOf: (path) => attempt(at.link(path), kindOfPath),
    sizeBytes: (path) => attempt(at.existing(path), sizeOfRegular),
    allocatedBytes: (path) => (at.isMachine ? attempt(at.existing(path), allocatedOfRegular) : null),
    freeBytes: (path) => (at.isMachine ? attempt(at.existing(path), freeBytesAt) : null),
    mayOpen: (path) => (at.isMachine ? attempt(at.existing(path), mayOpenAt) : null),
    write: (path, value, deadlineMs) => writeAttribute(at.existing(path), value, deadlineMs),
    loadModule: (name, parameters = []) => modprobe({ name, action: 'load', parameters, onThisMachine: at.isMachine }),
    unloadModule: (name) => modprobe({ name, action: 'unload', onThisMachine: at.isMachine }),
    createFile: (path, sizeBytes) => createRegularFile(at.link(path), sizeBytes),
    removeFile: (path) => removeRegularFile(at.link(path)),
  };
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function linksIn(folder: string, limit: number): FolderLink[] | null {
  const names = readdirSync(folder);
  if (names.length > limit) return null;
  const links: FolderLink[] = [];
  for (const name of names) {
    try {
      links.push({ name, text: readlinkSync(`${folder}/${name}`) });
    } catch (error) {
      if (isErrno(error, 'EACCES') || isErrno(error, 'EPERM')) return null;
    }
  }
  return links;
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The parts of a dev_t: linux/kdev_t.h new_encode_dev (7.3), as stat(2) gives it. */
function deviceNumberAt(file: string): string | null {
  const stat = statSync(file);
  if (!stat.isCharacterDevice() && !stat.isBlockDevice()) return null;
  const major = (stat.rdev >>> 8) & 0xfff;
  const minor = (stat.rdev & 0xff) | ((stat.rdev >>> 12) & 0xfff00);
  return `${stat.isBlockDevice() ? 'block' : 'char'} ${major}:${minor}`;
}

/** A tmpfs without a limit, and hugetlbfs without `size=`, have no blocks: mm/shmem.c shmem_statfs, fs/hugetlbfs/inode.c (7.3). */
function freeBytesAt(file: string): bigint | null {
  const { bavail, blocks, bsize } = statfsSync(file, { bigint: true });
  return blocks === 0n ? null : bavail * bsize;
}

function mayOpenAt(file: string): boolean {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Paths of the tree → paths of this process; `null` when the path does not exist, or is not a path of a tree. */
interface Places {
  /** The tree is the running machine, not a copy of one. */
  readonly isMachine: boolean;
  /** Follows every link. */
  existing(path: string): string | null;
  /** Follows the links of the folder only; the last component may be missing. */
  link(path: string): string | null;
  /** The path with every link followed, as a path of the tree. */
  inside(path: string): string | null;
}

function placesBelow(root: string): Places {
  if (root === '/') {
    const same = (path: string): string | null => (isTreePath(path) ? path : null);
    return { isMachine: true, existing: same, link: same, inside: (path) => attempt(same(path), resolveLinks) };
  }
  const inside = (path: string): string | null =>
    isTreePath(path) ? resolveInside(root, path, { lastMayLack: false }) : null;
  const existing = (path: string): string | null => {
    const found = inside(path);
    return found === null ? null : join(root, found);
  };
  const link = (path: string): string | null => {
    const folder = existing(path.slice(0, path.lastIndexOf('/') + 1));
    return folder === null || !isTreePath(path) ? null : join(folder, basename(path));
  };
  return { isMachine: false, existing, link, inside };
}

/**
 * The result of the call; `null` when there is no path or the system call fails. Absent and unreadable are not distinguished.
 */
function attempt<T>(file: string | null, call: (file: string) => T): T | null {
  if (file === null) return null;
  try {
    return call(file);
  } catch {
    return null;
  }
}

function resolveLinks(file: string): string {
  return realpathSync.native(file);
}

function isLink(file: string | null): boolean {
  return attempt(file, (link) => readlinkSync(link)) !== null;
}

function kindOfPath(file: string): PathKind {
  const stat = lstatSync(file);
  if (stat.isSymbolicLink()) return 'link';
  if (stat.isDirectory()) return 'folder';
  if (stat.isFIFO()) return 'fifo';
  if (stat.isSocket()) return 'socket';
  return stat.isFile() ? 'file' : 'device';
}

function sizeOfRegular(file: string): bigint | null {
  const stat = statSync(file, { bigint: true });
  return stat.isFile() ? stat.size : null;
}

/** `st_blocks` counts 512 bytes each: stat(2). */
function allocatedOfRegular(file: string): bigint | null {
  const stat = statSync(file, { bigint: true });
  return stat.isFile() ? stat.blocks * 512n : null;
}

function readCapped(file: string | null, limitBytes: number): Uint8Array | null {
  return attempt(file, (path) => {
    if (!statSync(path).isFile()) return null;
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    try {
      return readUpTo(fd, limitBytes);
    } finally {
      closeSync(fd);
    }
  });
}

/** Files of /sys and /proc report a wrong size, so they are read to their end. */
function readUpTo(fd: number, limitBytes: number): Uint8Array {
  let bytes = Buffer.alloc(Math.min(limitBytes, 4096));
  let length = 0;
  for (;;) {
    const got = readSync(fd, bytes, length, bytes.length - length, null);
    length += got;
    if (got === 0 || length >= limitBytes) return bytes.subarray(0, length);
    if (length === bytes.length) {
      bytes = Buffer.concat([bytes], Math.min(limitBytes, bytes.length * 4));
    }
  }
}

function text(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  const decoded = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return decoded.endsWith('\n') ? decoded.slice(0, -1) : decoded;
}
