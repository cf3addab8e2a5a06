/** What the enabled queues of DSA and IAA mean for their functions: used by somebody, or switched on and idle. */

import type { Bdf } from '../model/bdf.ts';
import { openedBy } from './device-uses.ts';
import type { Queue } from './idxd-queues.ts';
import { commandOf } from './open-files.ts';
import type { SysTree } from './sys-tree.ts';

type Row = readonly [Bdf, string];

/**
 * @param opened  paths of device files that a process is known to have open
 * @returns `uses` of queues with a user, beyond those known by `opened`, and `enabled` ones without
 */
export function queueUses(
  tree: SysTree,
  queues: readonly Queue[],
  opened: ReadonlySet<string>,
): { readonly uses: readonly Row[]; readonly enabled: readonly Row[] } {
  const uses: Row[] = [];
  const enabled: Row[] = [];
  for (const queue of queues) {
    const { address, name, node, words, clients, pids } = queue;
    for (const pid of pids) uses.push([address, `/dev/${node} ${openedBy({ pid, command: commandOf(tree, pid) })}`]);
    if (pids.length > 0 || opened.has(`/dev/${node}`)) continue;
    if (clients > 0)
      uses.push([address, `queue ${name} (${words}) with ${clients} ${clients === 1 ? 'client' : 'clients'}`]);
    else enabled.push([address, `queue ${name} (${words})`]);
  }
  return { uses, enabled };
}
