/**
 * The mounted file systems that guest memory may be on.
 *
 * A host has hundreds of mounts of containers, so others are listed only when a file of the spec is on them.
 */

import { isMemoryFileSystem, mountOf } from '../linux/map-file.ts';
import type { MountedFileSystem, RealPath } from '../model/host.ts';
import { PAGE_BYTES_BIGINT } from '../model/page.ts';
import { type Mount, parseMounts } from './mounts.ts';
import { MAX_LINKS, type SysTree } from './sys-tree.ts';

const LIMIT_BYTES = 16 * 1024 * 1024;

/** Mounts that are listed although no file of the spec is on them. */
const MOST_OTHERS = 64;

/**
 * /proc/self/mountinfo and statfs(2) of its mount points; empty when the file cannot be read.
 *
 * @param files  real paths of the memory files of the spec, which need not exist
 */
export function readMounts(tree: SysTree, files: readonly string[]): readonly MountedFileSystem[] {
  const bytes = tree.readBytes('/proc/self/mountinfo', LIMIT_BYTES);
  const mounts = bytes === null ? [] : reachable(parseMounts(new TextDecoder().decode(bytes)));
  const wanted = new Set(files.flatMap((file) => mountOf(mounts, file) ?? []));
  const others = mounts
    .filter((mount) => !wanted.has(mount) && (isMemoryFileSystem(mount.type) || mount.mountPoint === '/'))
    .sort((a, b) => depth(a) - depth(b))
    .slice(0, MOST_OTHERS);
  return [...wanted, ...others]
    .sort((a, b) => (a.mountPoint < b.mountPoint ? -1 : 1))
    .map((mount) => mounted(tree, mount));
}

/** Paths whose folder is reached over a link; nothing for others and for folders that do not exist. */
export function readRealPaths(tree: SysTree, files: readonly string[]): readonly RealPath[] {
  return [...new Set(files)].sort().flatMap((path) => {
    const realPath = followed(tree, path);
    return realPath === path ? [] : [{ path, realPath }];
  });
}

function followed(tree: SysTree, path: string): string {
  const names = path.split('/').filter((name) => name !== '');
  let folder = '';
  for (let links = 0; names.length > 1; ) {
    const next = `${folder}/${names.shift() ?? ''}`;
    const target = tree.linkTarget(next);
    if (target !== null) links += 1;
    if (links > MAX_LINKS) return path;
    folder = target === '/' ? '' : (target ?? next);
  }
  return `${folder}/${names.join('')}`;
}

/** The last one of each mount point, without those that another mount, on a folder between them and their parent, hides. */
function reachable(mounts: readonly Mount[]): Mount[] {
  const byId = new Map(mounts.map((mount) => [mount.id, mount]));
  const places = new Set(mounts.map(({ parent, mountPoint }) => `${parent} ${mountPoint}`));
  const isHidden = ({ parent, mountPoint }: Mount): boolean => {
    const from = byId.get(parent)?.mountPoint.length;
    if (from === undefined) return false;
    return foldersAbove(mountPoint).some((folder) => folder.length >= from && places.has(`${parent} ${folder}`));
  };
  const hidden = new Set(mounts.filter(isHidden).map(({ id }) => id));
  // A parent stands before its children, so one pass finds what is on hidden ones.
  for (const { id, parent } of mounts) if (hidden.has(parent)) hidden.add(id);
  const seen = mounts.filter(({ id }) => !hidden.has(id));
  return [...new Map(seen.map((mount) => [mount.mountPoint, mount])).values()];
}

/** `/a/b/c` → `/`, `/a`, `/a/b`. */
function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return ['/', ...names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)].filter((one) => one !== path);
}

function depth({ mountPoint }: Mount): number {
  return mountPoint.split('/').length;
}

/** statfs(2) is asked of memory only: it would wait for a network that does not answer. */
function mounted(tree: SysTree, { mountPoint, type, readOnly, options }: Mount): MountedFileSystem {
  return {
    mountPoint,
    type,
    readOnly,
    pageBytes: type === 'hugetlbfs' ? pageBytesIn(options) : null,
    limitBytes: limitOf(type, options),
    freeBytes: isMemoryFileSystem(type) ? tree.freeBytes(mountPoint) : null,
  };
}

const UNIT_BITS: Readonly<Record<string, bigint>> = { '': 0n, K: 10n, M: 20n, G: 30n, T: 40n, P: 50n, E: 60n };

/** `pagesize=2M`. Source: fs/hugetlbfs/inode.c hugetlbfs_show_options (7.3). */
function pageBytesIn(options: readonly string[]): bigint | null {
  const size = sizeIn(options, 'pagesize');
  return size === 0n ? null : size;
}

/**
 * `size=16384k` of tmpfs, `size=4194304` of hugetlbfs. The kernel shows what it made of a percentage, never the percentage itself.
 * Source: mm/shmem.c shmem_show_options, fs/hugetlbfs/inode.c hugetlbfs_show_options (7.3).
 */
function limitOf(type: string, options: readonly string[]): bigint | null {
  if (type === 'hugetlbfs') return sizeIn(options, 'size');
  if (type !== 'tmpfs') return null;
  const blocks = sizeIn(options, 'nr_blocks');
  const size = sizeIn(options, 'size') ?? (blocks === null ? null : blocks * PAGE_BYTES_BIGINT);
  // tmpfs takes 0 as no limit.
  return size === 0n ? null : size;
}

/** As lib/cmdline.c memparse (7.3) reads it; of several the last. */
function sizeIn(options: readonly string[], name: string): bigint | null {
  const text = options.findLast((option) => option.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const [, digits, unit = ''] = /^(\d{1,16})([KMGTPE]?)$/i.exec(text) ?? [];
  return digits === undefined ? null : BigInt(digits) << (UNIT_BITS[unit.toUpperCase()] ?? 0n);
}
