/** What is lost when a PCI function is taken from its driver: uses by the host and its processes, and what is only switched on. */

import type { Bdf } from '../model/bdf.ts';
import type { DeviceNode } from './device-nodes.ts';
import { deviceUses } from './device-uses.ts';
import { readDiskUses } from './disks.ts';
import { readDisplays } from './displays.ts';
import { readQueues } from './idxd-queues.ts';
import { readInterfaces } from './interfaces.ts';
import type { OpenFile } from './open-files.ts';
import { queueUses } from './queue-uses.ts';
import type { SysTree } from './sys-tree.ts';
import { byNumber } from './text.ts';

type Phrases = ReadonlyMap<Bdf, readonly string[]>;

export interface Uses {
  /** `disk nvme0n1p2 mounted at /`, `network eth0`, `/dev/dri/card0 opened by Xorg (pid 4444)`, by function. */
  readonly uses: Phrases;
  /** `queue wq0.0 (user, dedicated)`, `network eth1 (port of br0)`, by function. */
  readonly enabled: Phrases;
}

/** @param nodes  the device files of all functions, which `files` may be */
export function readUses(tree: SysTree, nodes: readonly DeviceNode[], files: readonly OpenFile[]): Uses {
  const queues = readQueues(tree);
  // The device file of a queue has no number in a tree without /sys/dev/char; it is then found by its name.
  const known = new Set(nodes.map(({ name }) => name));
  const unnumbered = queues
    .filter(({ node, type }) => type === 'user' && !known.has(node))
    .map(({ address, node }) => ({ address, device: null, name: node }));
  const opened = [...deviceUses([...nodes, ...unnumbered], files)];
  const openedPaths = new Set(opened.map(([, phrase]) => phrase.split(' ', 1)[0] ?? ''));
  const ofQueues = queueUses(tree, queues, openedPaths);
  const interfaces = readInterfaces(tree);
  return {
    uses: phrases([...readDiskUses(tree, files), ...interfaces.uses, ...opened, ...ofQueues.uses]),
    enabled: phrases([...interfaces.enabled, ...ofQueues.enabled, ...readDisplays(tree)]),
  };
}

/** Each phrase once, in the order of the numbers in it. */
function phrases(rows: readonly (readonly [Bdf, string])[]): Phrases {
  const sets = new Map<Bdf, Set<string>>();
  for (const [address, phrase] of rows) {
    const set = sets.get(address);
    if (set === undefined) sets.set(address, new Set([phrase]));
    else set.add(phrase);
  }
  return new Map([...sets].map(([address, set]) => [address, [...set].sort(byNumber)]));
}
