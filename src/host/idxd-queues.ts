/**
 * Work queues of DSA and IAA: /sys/bus/dsa/devices/wq<m>.<n>/{state,mode,type,name,driver_name,clients}, file<k>/pid.
 *
 * m counts the devices in the order in which idxd found them, so the function is the one that the link leads below. file<k> is an
 * open file of a queue, and is below the queue: Documentation/ABI/stable/sysfs-driver-dma-idxd, drivers/dma/idxd/cdev.c (7.3).
 */

import type { Bdf } from '../model/bdf.ts';
import { groupBy } from '../model/group-by.ts';
import type { QueueUse } from '../model/use.ts';
import { addressesIn } from './bridge.ts';
import type { SysTree } from './sys-tree.ts';
import { parseCount } from './text.ts';

const DSA = '/sys/bus/dsa/devices';

/** An enabled queue. */
export interface Queue {
  readonly address: Bdf;
  readonly use: QueueUse;
  /** Its name below /dev, when it is of type `user`: `dsa/wq0.0`. */
  readonly node: string;
  /** Processes with an open file, as far as idxd lists them: only on queues with PASIDs. */
  readonly pids: readonly number[];
}

export function readQueues(tree: SysTree): readonly Queue[] {
  const names = tree.list(DSA) ?? [];
  const files = groupBy(
    names.filter((name) => /^file\d+$/.test(name)).map((name) => openFile(tree, name)),
    ({ queue }) => queue,
  );
  return names
    .filter((name) => /^wq\d+\.\d+$/.test(name))
    .flatMap((name) => {
      const path = tree.linkTarget(`${DSA}/${name}`) ?? '';
      const address = addressesIn(path).at(-1);
      const text = (attribute: string): string => (tree.readText(`${DSA}/${name}/${attribute}`) ?? '').trim();
      if (address === undefined || text('state') !== 'enabled') return [];
      const type = text('type') || 'none';
      const pids = (files.get(path) ?? []).flatMap((file) => file.pids);
      const clients = parseCount(text('clients')) ?? 0;
      const use = { kind: 'queue', name, type, mode: text('mode') || null, clients } as const;
      return { address, use, node: `${folderOf(path)}/${name}`, pids };
    });
}

/** …/0000:6a:02.0/iax1/wq1.0 → `iax` */
function folderOf(path: string): string {
  return path.split('/').some((name) => /^iax\d+$/.test(name)) ? 'iax' : 'dsa';
}

interface QueueFile {
  /** The folder of the queue: …/dsa0/wq0.0. */
  readonly queue: string | undefined;
  readonly pids: readonly number[];
}

function openFile(tree: SysTree, name: string): QueueFile {
  const path = tree.linkTarget(`${DSA}/${name}`) ?? '';
  const pid = parseCount(tree.readText(`${DSA}/${name}/pid`));
  return { queue: /^.*\/wq\d+\.\d+(?=\/)/.exec(path)?.[0], pids: pid === null || pid === 0 ? [] : [pid] };
}
