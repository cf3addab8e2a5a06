/** {@link SysTree} on a simulated machine, on the same world as the simulated system calls. */

import type { SysTree } from '../../host/sys-tree.ts';
import { mountOf } from '../../linux/map-file.ts';
import { PAGE_BYTES_BIGINT } from '../../model/page.ts';
import { FAIL } from '../state/fail.ts';
import { newInode, releaseInode } from '../state/inodes.ts';
import { allocatedOf, freeOnMount } from '../state/memory-room.ts';
import type { World } from '../state/world.ts';
import { machineTree } from './machine-tree.ts';
import { loadModule, unloadModule } from './modules.ts';
import { findNode, type Node } from './tree-node.ts';

const TEXT_LIMIT_BYTES = 1024 * 1024;

/** Folders in which memory files can be made. */
const FILE_FOLDERS: readonly string[] = ['/dev/shm', '/dev/hugepages', '/run', '/tmp', '/var/tmp'];

export function simTree(world: World): SysTree {
  let built: Node | null = null;
  // The tree has the existing files, and is built again after a change; their contents are made when they are read.
  const root = (): Node => {
    built ??= machineTree(world, foldersOf(world));
    return built;
  };
  const change = <T>(result: T): T => {
    built = null;
    return result;
  };
  const readBytes = (path: string, limitBytes: number): Uint8Array | null => {
    const node = findNode(root(), path, 'follow')?.node;
    return node?.kind === 'file' ? node.read(limitBytes) : null;
  };
  return {
    readBytes,
    readText: (path) => textOf(readBytes(path, TEXT_LIMIT_BYTES)),
    ...lookups(root),
    allocatedBytes: (path) => {
      const inode = world.inodes.get(world.paths.get(path) ?? 0);
      return inode === undefined ? null : allocatedOf(inode);
    },
    freeBytes: (path) => {
      const mount = mountOf(world.machine.mounts, `${path}/`);
      return mount === null ? null : freeOnMount(world, mount);
    },
    write: async (path, text) => change(writeTo(findNode(root(), path, 'follow')?.node, text)),
    loadModule: async (name, options) => change(loadModule(world, name, options)),
    unloadModule: async (name) => change(unloadModule(world, name)),
    createFile: (path, sizeBytes) => change(createFile(world, path, sizeBytes)),
    removeFile: (path) => change(removeFile(world, path)),
  };
}

function lookups(
  root: () => Node,
): Pick<
  SysTree,
  | 'list'
  | 'folders'
  | 'links'
  | 'deviceNumber'
  | 'linkName'
  | 'linkTarget'
  | 'exists'
  | 'kindOf'
  | 'sizeBytes'
  | 'mayOpen'
> {
  const linkAt = (path: string): string | null => {
    const node = findNode(root(), path, 'keep')?.node;
    return node?.kind === 'link' ? node.target : null;
  };
  return {
    list(path) {
      const node = findNode(root(), path, 'follow')?.node;
      return node?.kind === 'folder' && !node.denied ? [...node.entries.keys()].sort() : null;
    },
    folders(path) {
      const node = findNode(root(), path, 'follow')?.node;
      if (node?.kind !== 'folder') return null;
      return [...node.entries].flatMap(([name, { kind }]) => (kind === 'folder' ? [name] : [])).sort();
    },
    links(path, limit) {
      const node = findNode(root(), path, 'follow')?.node;
      if (node?.kind !== 'folder' || node.entries.size > limit || node.denied) return null;
      return [...node.entries].flatMap(([name, entry]) =>
        entry.kind === 'link' ? [{ name, text: entry.target }] : [],
      );
    },
    deviceNumber(path) {
      const node = findNode(root(), path, 'follow')?.node;
      return node?.kind === 'device' ? (node.number ?? null) : null;
    },
    linkName: (path) => linkAt(path)?.split('/').at(-1) ?? null,
    linkTarget: (path) => (linkAt(path) === null ? null : (findNode(root(), path, 'follow')?.path ?? null)),
    exists: (path) => findNode(root(), path, 'follow') !== null,
    kindOf: (path) => findNode(root(), path, 'keep')?.node.kind ?? null,
    mayOpen(path) {
      const node = findNode(root(), path, 'follow')?.node;
      if (node === undefined) return null;
      return node.kind !== 'device' || !node.denied;
    },
    sizeBytes(path) {
      const node = findNode(root(), path, 'follow')?.node;
      return node?.kind === 'file' ? (node.sizeBytes ?? PAGE_BYTES_BIGINT) : null;
    },
  };
}

function writeTo(node: Node | undefined, text: string): number {
  if (node === undefined) return FAIL.ENOENT;
  if (node.kind === 'folder') return FAIL.EISDIR;
  return node.kind === 'file' && node.write !== undefined ? node.write(text) : FAIL.EACCES;
}

function textOf(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/** EROFS on a mount for reading only; EINVAL: hugetlbfs needs a multiple of its page size. Undone by: removeFile. Source: fs/hugetlbfs/inode.c hugetlbfs_setattr (7.3). */
function createFile(world: World, path: string, sizeBytes: bigint): number {
  if (world.paths.has(path)) return FAIL.EEXIST;
  if (!hasFolder(world, path)) return FAIL.ENOENT;
  const mount = mountOf(world.machine.mounts, path);
  if (mount?.readOnly === true) return FAIL.EROFS;
  if (sizeBytes < 0n || sizeBytes % (mount?.pageBytes ?? 1n) !== 0n) return FAIL.EINVAL;
  world.paths.set(path, newInode(world, path, { sizeBytes }));
  return 0;
}

/** The file's memory stays while the file is open or mapped. Undone by: createFile. */
function removeFile(world: World, path: string): number {
  const inode = world.paths.get(path);
  if (inode === undefined) return FAIL.ENOENT;
  world.paths.delete(path);
  releaseInode(world, inode);
  return 0;
}

function hasFolder(world: World, path: string): boolean {
  const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));
  return [...foldersOf(world), '', ...[...world.paths.keys()].map(folderOf)].includes(folderOf(path));
}

function foldersOf({ machine }: World): readonly string[] {
  return [...FILE_FOLDERS, ...machine.mounts.map(({ mountPoint }) => mountPoint)];
}
