/**
 * The uses of functions by the host as files of /sys and /proc: mounted disks, swap, stacked devices, networks. A use ends when
 * the function is taken from its driver, since its disk or interface then disappears. Other uses have no files.
 */

import type { World } from '../state/world.ts';
import { devicePath } from './device-path.ts';
import { type Node, newFolder, putNode, textFile } from './tree-node.ts';

const BLOCK_MAJOR = 259;

export function putUses(root: Node, world: World): void {
  const tables: Tables = { mounts: [], swaps: [], disks: new Map() };
  for (const { driver, facts } of world.functions.values()) {
    if (driver !== facts.driver) continue;
    const path = devicePath(world, facts.address);
    for (const use of facts.uses) putUse(root, path, { use, tables });
  }
  const { mounts, swaps } = tables;
  putNode(
    root,
    '/proc/self/mountinfo',
    textFile(() => mounts.join('\n')),
  );
  putNode(
    root,
    '/proc/swaps',
    textFile(() => ['Filename\tType\tSize\tUsed\tPriority', ...swaps].join('\n')),
  );
}

interface Tables {
  readonly mounts: string[];
  readonly swaps: string[];
  /** Disk → minor number. */
  readonly disks: Map<string, number>;
}

function putUse(root: Node, path: string, { use, tables }: { use: string; tables: Tables }): void {
  const network = /^network (\S+)$/.exec(use)?.[1];
  if (network !== undefined) putNetwork(root, path, network);
  const [, disk, how, what] = /^disk (\S+) (mounted at|used as|held by) (.+)$/.exec(use) ?? [];
  if (disk === undefined || what === undefined) return;
  const minor = putDisk(root, path, { disk, disks: tables.disks });
  if (how === 'mounted at') tables.mounts.push(mountLine(disk, minor, what));
  else if (how === 'used as') tables.swaps.push(`/dev/${disk}\tpartition\t1048572\t0\t-2`);
  else putNode(root, `${path}/block/${disk}/holders/${what}`, newFolder());
}

function putNetwork(root: Node, path: string, name: string): void {
  putNode(
    root,
    `${path}/net/${name}/operstate`,
    textFile(() => 'up'),
  );
  putNode(root, `/sys/class/net/${name}`, { kind: 'link', target: `${path}/net/${name}` });
}

/** The minor number of the disk. */
function putDisk(root: Node, path: string, { disk, disks }: { disk: string; disks: Map<string, number> }): number {
  const known = disks.get(disk);
  if (known !== undefined) return known;
  const minor = disks.size;
  disks.set(disk, minor);
  putNode(
    root,
    `${path}/block/${disk}/dev`,
    textFile(() => `${BLOCK_MAJOR}:${minor}`),
  );
  putNode(root, `/sys/class/block/${disk}`, { kind: 'link', target: `${path}/block/${disk}` });
  return minor;
}

function mountLine(disk: string, minor: number, mountPoint: string): string {
  const escaped = mountPoint.replaceAll('\\', '\\134').replaceAll(' ', '\\040');
  return `${30 + minor} 1 ${BLOCK_MAJOR}:${minor} / ${escaped} rw,relatime shared:1 - ext4 /dev/${disk} rw`;
}
