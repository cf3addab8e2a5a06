/** A tree whose every read is announced before it begins, so that another process can tell which one does not come back. */

import type { SysTree } from './sys-tree.ts';

export interface Watch {
  /** A read of this path begins. */
  begins(path: string): void;
  /** Paths that are not read: an earlier read of them did not come back. */
  readonly skip: ReadonlySet<string>;
  /** There is no time left: no more processes are looked at, of which there may be any number. What else is read is bounded. */
  isLate(): boolean;
}

const OF_A_PROCESS = /^\/proc\/\d/;

type Read = (path: string, ...rest: never[]) => unknown;

/** What is not read is as if it were not there. */
export function watchedTree(tree: SysTree, watch: Watch): SysTree {
  const watched = <R extends Read>(read: R, absent: ReturnType<R>): R =>
    // The same parameters and results as the read that it stands for.
    ((path: string, ...rest: never[]) => {
      if (watch.skip.has(path) || (OF_A_PROCESS.test(path) && watch.isLate())) return absent;
      watch.begins(path);
      return read.call(tree, path, ...rest);
    }) as R;
  return {
    ...tree,
    readText: watched(tree.readText, null),
    readBytes: watched(tree.readBytes, null),
    list: watched(tree.list, null),
    folders: watched(tree.folders, null),
    links: watched(tree.links, null),
    linkName: watched(tree.linkName, null),
    linkTarget: watched(tree.linkTarget, null),
    exists: watched(tree.exists, false),
    deviceNumber: watched(tree.deviceNumber, null),
    kindOf: watched(tree.kindOf, null),
    sizeBytes: watched(tree.sizeBytes, null),
    allocatedBytes: watched(tree.allocatedBytes, null),
    freeBytes: watched(tree.freeBytes, null),
    mayOpen: watched(tree.mayOpen, null),
  };
}
