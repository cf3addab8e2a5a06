/** What the enabled queues of DSA and IAA mean for their functions: used by somebody, or switched on and idle. */

import type { Bdf } from '../model/bdf.ts';
import type { Use } from '../model/use.ts';
import type { Queue } from './idxd-queues.ts';
import { commandOf } from './open-files.ts';
import type { SysTree } from './sys-tree.ts';

type Row = readonly [Bdf, Use];

/**
 * @param opened  names below /dev of device files that a process is known to have open
 * @returns `uses` of queues with a user, beyond those known by `opened`, and `enabled` ones without
 */
export function queueUses(
  tree: SysTree,
  queues: readonly Queue[],
  opened: ReadonlySet<string>,
): { readonly uses: readonly Row[]; readonly enabled: readonly Row[] } {
  const uses: Row[] = [];
  const enabled: Row[] = [];
  for (const { address, use, node, pids } of queues) {
    for (const pid of pids) {
      const command = commandOf(tree, pid);
      uses.push([address, { kind: 'opened', file: 'character device', name: node, command, pid }]);
    }
    if (pids.length > 0 || opened.has(node)) continue;
    (use.clients > 0 ? uses : enabled).push([address, use]);
  }
  return { uses, enabled };
}
