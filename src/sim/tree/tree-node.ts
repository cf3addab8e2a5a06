/** A file tree in memory: folders, files whose text is made when it is read, links, and lookups that follow links. */

import { MAX_LINKS } from '../../host/sys-tree.ts';

export type Node =
  | FolderNode
  | FileNode
  | { readonly kind: 'link'; readonly target: string }
  /** A device file: it exists, and cannot be read here. */
  | DeviceFile;

export interface FolderNode {
  readonly kind: 'folder';
  readonly entries: Map<string, Node>;
  /** This user may not list it. */
  readonly denied?: true;
}

export interface DeviceFile {
  readonly kind: 'device';
  /** `char 226:0`; absent for /dev/iommu, whose number nobody asks for. */
  readonly number?: string;
  /** This user may not open it. */
  readonly denied?: true;
}

export interface FileNode {
  readonly kind: 'file';
  read(limitBytes: number): Uint8Array;
  /** The size of a regular file. Absent for attributes of /sys. */
  readonly sizeBytes?: bigint;
  /** 0 or a negative errno. Absent: not writable. */
  readonly write?: (text: string) => number;
}

export function newFolder(): Node & { readonly kind: 'folder' } {
  return { kind: 'folder', entries: new Map() };
}

/** A file with this text and a newline, as attributes of /sys have. */
export function textFile(text: () => string, write?: (text: string) => number): FileNode {
  return {
    kind: 'file',
    read: (limitBytes) => new TextEncoder().encode(`${text()}\n`).subarray(0, limitBytes),
    ...(write !== undefined && { write }),
  };
}

/** Put a node at an absolute path and make its parent folders. A file at the path of a folder is replaced. */
export function putNode(root: Node, path: string, node: Node): void {
  const names = namesOf(path);
  const last = names.pop();
  if (last === undefined || root.kind !== 'folder') return;
  let folder = root.entries;
  for (const name of names) {
    const next = folder.get(name);
    const entered = next?.kind === 'folder' ? next : newFolder();
    folder.set(name, entered);
    folder = entered.entries;
  }
  folder.set(last, node);
}

export interface Found {
  readonly node: Node;
  /** Absolute, with links resolved, except perhaps the last component. */
  readonly path: string;
}

/** The node at a path. Links in folders are followed, a link at the end only on request. `null` when nothing is there. */
export function findNode(root: Node, path: string, last: 'follow' | 'keep'): Found | null {
  let names = namesOf(path);
  let node = root;
  let links = 0;
  for (let depth = 0; depth < names.length; depth += 1) {
    const next = node.kind === 'folder' ? node.entries.get(names[depth] ?? '') : undefined;
    if (next === undefined) return null;
    if (next.kind !== 'link' || (depth === names.length - 1 && last === 'keep')) {
      node = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS) return null;
    names = [...namesOf(next.target), ...names.slice(depth + 1)];
    node = root;
    depth = -1;
  }
  return { node, path: `/${names.join('/')}` };
}

/** Components of an absolute path, `.` and `..` resolved by text. */
function namesOf(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names;
}
