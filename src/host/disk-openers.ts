/**
 * Processes that have a block device open, such as a virtual machine on a raw disk or `dd`. Nothing else in /sys or /proc
 * shows such a use.
 *
 * /proc/<pid>/fd/<n> links to `/dev/nvme0n1`; /proc/<pid>/comm. Reading those of other users' processes needs root.
 */

import type { SysTree } from './sys-tree.ts';

/** @param names  block devices, such as `nvme0n1p2` */
export function* readDiskOpeners(
  tree: SysTree,
  names: readonly string[],
): Generator<readonly [name: string, phrase: string]> {
  const disks = new Set(names);
  const pids = (tree.list('/proc') ?? []).filter((name) => /^[1-9]\d{0,6}$/.test(name));
  for (const pid of pids) {
    for (const disk of openedBy(tree, pid, disks)) {
      yield [disk, `opened by ${(tree.readText(`/proc/${pid}/comm`) ?? 'a process').trim()} (pid ${pid})`];
    }
  }
}

function openedBy(tree: SysTree, pid: string, disks: ReadonlySet<string>): Set<string> {
  const opened = new Set<string>();
  for (const fd of tree.list(`/proc/${pid}/fd`) ?? []) {
    const link = `/proc/${pid}/fd/${fd}`;
    const name = tree.linkName(link);
    // A file of the same name may be in another folder.
    if (name !== null && disks.has(name) && tree.linkTarget(link) === `/dev/${name}`) opened.add(name);
  }
  return opened;
}
