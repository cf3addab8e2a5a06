/**
 * What the host does with functions, as files of /sys and /proc: mounted disks, swap, stacked devices, networks, open device files,
 * queues. It ends when the function is taken from its driver, since its disk, interface or device file then disappears, and does
 * not come back with the driver. Other phrases have no files.
 */

import type { MountedFileSystem } from '../../model/host.ts';
import type { World } from '../state/world.ts';
import { type CharDevices, charDevicesOf } from './char-nodes.ts';
import { devicePath } from './device-path.ts';
import { putEnabled, putInterface, putQueue } from './enabled-nodes.ts';
import { mountLine } from './mount-lines.ts';
import type { Processes } from './process-nodes.ts';
import { type Node, newFolder, putNode, textFile } from './tree-node.ts';

const BLOCK_MAJOR = 259;

export function putUses(root: Node, world: World, processes: Processes): void {
  const tables: Tables = {
    known: world.machine.mounts,
    mounts: [],
    mountPoints: new Set(),
    swaps: [],
    disks: new Map(),
    chars: charDevicesOf(root),
    processes,
  };
  putNode(root, '/sys/dev/char', newFolder());
  for (const { driver, usesEnded, facts } of world.functions.values()) {
    if (driver !== facts.driver || usesEnded) continue;
    const path = devicePath(world, facts.address);
    for (const use of facts.uses) putUse(root, path, { use, tables });
    for (const phrase of facts.enabled) putEnabled(root, path, phrase);
  }
  const { mounts, swaps } = tables;
  mounts.push(...mountsWithoutDisk(world, tables.mountPoints));
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
  readonly known: readonly MountedFileSystem[];
  readonly mounts: string[];
  /** Mount points of disks. */
  readonly mountPoints: Set<string>;
  readonly swaps: string[];
  /** Disk → minor number. */
  readonly disks: Map<string, number>;
  readonly chars: CharDevices;
  readonly processes: Processes;
}

function putUse(root: Node, path: string, { use, tables }: { use: string; tables: Tables }): void {
  const network = /^network (\S+)$/.exec(use)?.[1];
  if (network !== undefined) putInterface(root, path, { name: network, state: 'up' });
  const [, queue, type, mode, clients] =
    /^queue (wq\d+\.\d+) \((\w+)(?:, (\w+))?\) with (\d+) clients?$/.exec(use) ?? [];
  if (queue !== undefined) putQueue(root, path, { queue, type, mode, clients });
  putOpened(root, path, { use, tables });
  const [, disk, how, what] = /^disk (\S+) (mounted at|used as|held by) (.+)$/s.exec(use) ?? [];
  if (disk === undefined || what === undefined) return;
  const minor = putDisk(root, path, { disk, disks: tables.disks });
  if (how === 'mounted at') putMount(tables, { disk, minor, mountPoint: what });
  else if (how === 'used as') tables.swaps.push(`/dev/${disk}\tpartition\t1048572\t0\t-2`);
  else putNode(root, `${path}/block/${disk}/holders/${what}`, newFolder());
}

/** `/dev/dri/card0 opened by Xorg (pid 4444)`, `disk sda opened by dd (pid 77)` */
function putOpened(root: Node, path: string, { use, tables }: { use: string; tables: Tables }): void {
  const [, disk, name, command, pid] = /^(?:(disk )|\/dev\/)(\S+) opened by (.+) \(pid (\d{1,7})\)$/s.exec(use) ?? [];
  if (name === undefined || command === undefined) return;
  if (disk === undefined) tables.chars.put(path, name);
  else putDisk(root, path, { disk: name, disks: tables.disks });
  tables.processes.open({ pid: Number(pid), command }, `/dev/${name}`);
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
  putNode(root, `/dev/${disk}`, { kind: 'device', number: `block ${BLOCK_MAJOR}:${minor}` });
  return minor;
}

function putMount(
  tables: Tables,
  { disk, minor, mountPoint }: { disk: string; minor: number; mountPoint: string },
): void {
  const { type = 'ext4', readOnly = false } = tables.known.find((mount) => mount.mountPoint === mountPoint) ?? {};
  const mount = { mountPoint, type, readOnly, pageBytes: null };
  tables.mountPoints.add(mountPoint);
  tables.mounts.push(
    mountLine({ id: 30 + minor, mount, disk: { device: `${BLOCK_MAJOR}:${minor}`, name: `/dev/${disk}` } }),
  );
}

function mountsWithoutDisk({ machine: { mounts } }: World, ofDisks: ReadonlySet<string>): string[] {
  return mounts.flatMap((mount, index) =>
    ofDisks.has(mount.mountPoint) ? [] : [mountLine({ id: 1000 + index, mount })],
  );
}
