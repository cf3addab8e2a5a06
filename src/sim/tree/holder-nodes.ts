/** Holders of vfio devices as open files of their processes, and the files of groups. Source: drivers/vfio/group.c (7.3). */

import { namesVfioDevice } from '../../linux/release.ts';
import type { World } from '../state/world.ts';
import { devicePath } from './device-path.ts';
import type { Processes } from './process-nodes.ts';
import { type Node, putNode, textFile } from './tree-node.ts';

const GROUP_MAJOR = 510;

/** /dev/vfio/<group> and /sys/class/vfio/<group> of every group with a function on vfio-pci. */
export function putGroupFiles(root: Node, world: World): void {
  for (const { vfioDevice, facts } of world.functions.values()) {
    if (vfioDevice === null || facts.group === null) continue;
    const number = `${GROUP_MAJOR}:${facts.group}`;
    putNode(
      root,
      `/sys/devices/virtual/vfio/${facts.group}/dev`,
      textFile(() => number),
    );
    putNode(root, `/sys/class/vfio/${facts.group}`, {
      kind: 'link',
      target: `/sys/devices/virtual/vfio/${facts.group}`,
    });
    putNode(root, `/dev/vfio/${facts.group}`, { kind: 'device', number: `char ${number}` });
  }
}

export function putHolders(world: World, processes: Processes): void {
  const told = namesVfioDevice(world.kernel.release);
  for (const { address, through, pid, command } of world.holders) {
    const process = { pid, command };
    if (address === null) {
      processes.open(process, 'anon_inode:[vfio-device]');
      continue;
    }
    const found = world.functions.get(address);
    if (through === 'group') processes.open(process, `/dev/vfio/${found?.facts.group ?? 'noiommu-0'}`);
    else {
      const fdinfo = told ? `vfio-device-syspath: ${devicePath(world, address)}` : undefined;
      processes.open(process, `/dev/vfio/devices/${found?.vfioDevice ?? 'vfio'}`, fdinfo);
    }
  }
}
