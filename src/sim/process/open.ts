/** open(2): /dev/iommu, vfio device files, memory files. Source: iommufd/main.c, vfio/device_cdev.c (7.3). */

import { mountOf } from '../../linux/map-file.ts';
import { FAIL } from '../state/fail.ts';
import { installFile } from '../state/files.ts';
import { retainInode } from '../state/inodes.ts';
import { emptyPasidSet } from '../state/pasid-set.ts';
import { hasCdev } from '../state/vfio-nodes.ts';
import { newContext, type World } from '../state/world.ts';

const VFIO_FOLDER = '/dev/vfio/devices/';

/** ENOENT for every other path: the simulated process sees no other files. */
export function openPath(world: World, path: string, access: 'read-write' | 'read-only'): number {
  if (path === '/dev/iommu') return openIommufd(world);
  if (path.startsWith(VFIO_FOLDER)) return openVfio(world, path.slice(VFIO_FOLDER.length));
  const inode = world.paths.get(path);
  if (inode === undefined) return FAIL.ENOENT;
  if (access === 'read-write' && mountOf(world.machine.mounts, path)?.readOnly === true) return FAIL.EROFS;
  retainInode(world, inode);
  return installFile(world, { kind: 'memory', references: 0, inode, writable: access === 'read-write', position: 0n });
}

/** A new, empty context. */
function openIommufd(world: World): number {
  if (!world.modules.includes('iommufd')) return FAIL.ENOENT;
  if (world.machine.process?.mayOpenIommufd === false) return FAIL.EACCES;
  const context = newContext(world);
  context.references = 1;
  return installFile(world, { kind: 'iommufd', references: 0, context: context.number });
}

/** A device file can be opened any number of times; only one of the fds can be bound. */
function openVfio(world: World, name: string): number {
  for (const [address, found] of world.functions) {
    if (found.vfioDevice !== name) continue;
    if (!hasCdev(world, found) || found.facts.vfioLacks === 'node') return FAIL.ENOENT;
    if (found.facts.vfioLacks === 'access') return FAIL.EACCES;
    return installFile(world, {
      kind: 'vfio',
      references: 0,
      address,
      context: 0,
      device: 0,
      ridAttached: false,
      pasids: emptyPasidSet(),
    });
  }
  return FAIL.ENOENT;
}
