/**
 * What the host does with functions, as files of /sys and /proc: mounted disks, swap, stacked devices, networks, open device files,
 * queues, displays. It ends when the function is taken from its driver, since its disk, interface or device file then disappears,
 * and does not come back with the driver. Uses of another kind have no files.
 */

import type { MountedFileSystem } from '../../model/host.ts';
import type { Use } from '../../model/use.ts';
import type { World } from '../state/world.ts';
import { type CharDevices, charDevicesOf } from './char-nodes.ts';
import { devicePath } from './device-path.ts';
import { putDisplay, putInterface, putQueue } from './enabled-nodes.ts';
import { escaped, mountLine } from './mount-lines.ts';
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
    for (const use of facts.enabled) putUse(root, path, { use, tables });
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

function putUse(root: Node, path: string, { use, tables }: { use: Use; tables: Tables }): void {
  const minorOf = (disk: string): number => putDisk(root, path, { disk, disks: tables.disks });
  switch (use.kind) {
    case 'mounted':
      putMount(tables, { ...use, minor: minorOf(use.disk) });
      break;
    case 'swap':
      minorOf(use.disk);
      tables.swaps.push(`${escaped(`/dev/${use.disk}`)}\tpartition\t1048572\t0\t-2`);
      break;
    case 'held':
      minorOf(use.disk);
      putNode(root, `${path}/block/${use.disk}/holders/${use.holder}`, newFolder());
      break;
    case 'opened':
      if (use.file === 'disk') minorOf(use.name);
      else tables.chars.put(path, use.name);
      tables.processes.open(use, `/dev/${use.name}`);
      break;
    case 'network':
      putInterface(root, path, use);
      break;
    case 'queue':
      putQueue(root, path, use);
      break;
    case 'display':
      putDisplay(root, path, use);
      break;
    default:
      break;
  }
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
  const {
    type = 'ext4',
    readOnly = false,
    limitBytes = null,
  } = tables.known.find((mount) => mount.mountPoint === mountPoint) ?? {};
  const mount = { mountPoint, type, readOnly, pageBytes: null, limitBytes };
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
