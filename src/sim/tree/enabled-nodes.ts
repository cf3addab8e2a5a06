/** Queues, interfaces and displays that are switched on, used or not, as files of /sys. */

import type { DisplayUse, NetworkUse, QueueUse } from '../../model/use.ts';
import { type Node, putNode, textFile } from './tree-node.ts';

/** Source: Documentation/ABI/stable/sysfs-driver-dma-idxd (7.3). A queue of another name is none of idxd. */
export function putQueue(root: Node, path: string, { name, type, mode, clients }: QueueUse): void {
  const device = /^wq(\d+)\.\d+$/.exec(name)?.[1];
  if (device === undefined) return;
  const at = `${path}/dsa${device}/${name}`;
  putNode(root, `/sys/bus/dsa/devices/${name}`, { kind: 'link', target: at });
  for (const [attribute, text] of Object.entries({ state: 'enabled', type, mode: mode ?? '', clients: `${clients}` })) {
    putText(root, `${at}/${attribute}`, text);
  }
}

export function putInterface(root: Node, path: string, { name, state }: NetworkUse): void {
  const at = `${path}/net/${name}`;
  const master = typeof state === 'string' ? null : state.portOf;
  putText(root, `${at}/operstate`, state === 'up' ? 'up' : 'down');
  putText(root, `${at}/flags`, master === null ? '0x1003' : '0x1002');
  if (master !== null) putNode(root, `${at}/master`, { kind: 'link', target: `/sys/devices/virtual/net/${master}` });
  putNode(root, `/sys/class/net/${name}`, { kind: 'link', target: at });
}

export function putDisplay(root: Node, path: string, { connector, card }: DisplayUse): void {
  const at = `${path}/drm/${card}/${card}-${connector}`;
  putText(root, `${at}/enabled`, 'enabled');
  putNode(root, `/sys/class/drm/${card}-${connector}`, { kind: 'link', target: at });
}

function putText(root: Node, path: string, text: string): void {
  putNode(
    root,
    path,
    textFile(() => text),
  );
}
