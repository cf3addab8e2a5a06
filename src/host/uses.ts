/** What is lost when a PCI function is taken from its driver: uses by the host and its processes, and what is only switched on. */

import type { Bdf } from '../model/bdf.ts';
import type { Use } from '../model/use.ts';
import { useText } from '../model/use-text.ts';
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

type UsesOf = ReadonlyMap<Bdf, readonly Use[]>;

/** By function. */
export interface Uses {
  readonly uses: UsesOf;
  /** What is only switched on. */
  readonly enabled: UsesOf;
}

/** @param nodes  the device files of all functions, which `files` may be */
export function readUses(tree: SysTree, nodes: readonly DeviceNode[], files: readonly OpenFile[]): Uses {
  const queues = readQueues(tree);
  // The device file of a queue has no number in a tree without /sys/dev/char; it is then found by its name.
  const known = new Set(nodes.map(({ name }) => name));
  const unnumbered = queues
    .filter(({ node, use }) => use.type === 'user' && !known.has(node))
    .map(({ address, node }) => ({ address, device: null, name: node }));
  const opened = [...deviceUses([...nodes, ...unnumbered], files)];
  const ofQueues = queueUses(tree, queues, new Set(opened.map(([, { name }]) => name)));
  const interfaces = readInterfaces(tree);
  return {
    uses: inOrder([...readDiskUses(tree, files), ...interfaces.uses, ...opened, ...ofQueues.uses]),
    enabled: inOrder([...interfaces.enabled, ...ofQueues.enabled, ...readDisplays(tree)]),
  };
}

/** Each use once, in the order of the numbers in its phrase. */
function inOrder(rows: readonly (readonly [Bdf, Use])[]): UsesOf {
  const uses = new Map<Bdf, Map<string, Use>>();
  for (const [address, use] of rows) {
    const ofFunction = uses.get(address) ?? new Map<string, Use>();
    uses.set(address, ofFunction.set(useText(use), use));
  }
  return new Map(
    [...uses].map(([address, ofFunction]) => [
      address,
      [...ofFunction].sort(([a], [b]) => byNumber(a, b)).map(([, use]) => use),
    ]),
  );
}
