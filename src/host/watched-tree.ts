/** A tree whose every read is announced before it begins, so that another process can tell which one does not come back. */

import type { SysTree } from './sys-tree.ts';

export interface Watch {
  /** A read of this path begins. */
  begins(path: string): void;
  /** Paths that are not read: an earlier read of them did not come back. */
  readonly skip: ReadonlySet<string>;
  /**
   * There is no time left: the open files of no more processes are listed, of which there may be any number. What else is read is
   * bounded, and so is what belongs to the processes that were listed.
   */
  isLate(): boolean;
}

/** `stat` is only asked for where the open files could not be listed. */
const OPEN_FILES = /^\/proc\/\d+\/(?:fd|stat)$/;

type Read = (path: string, ...rest: never[]) => unknown;

/** What is not read gives `null`. It exists: an ended process has no open files, one that was not looked at may have any. */
export function watchedTree(tree: SysTree, watch: Watch): SysTree {
  const watched = <R extends Read>(read: R, absent: ReturnType<R>): R =>
    // The same parameters and results as the read that it stands for.
    ((path: string, ...rest: never[]) => {
      if (watch.skip.has(path) || (OPEN_FILES.test(path) && watch.isLate())) return absent;
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
    exists: watched(tree.exists, true),
    deviceNumber: watched(tree.deviceNumber, null),
    kindOf: watched(tree.kindOf, null),
    sizeBytes: watched(tree.sizeBytes, null),
    allocatedBytes: watched(tree.allocatedBytes, null),
    freeBytes: watched(tree.freeBytes, null),
    mayOpen: watched(tree.mayOpen, null),
  };
}
