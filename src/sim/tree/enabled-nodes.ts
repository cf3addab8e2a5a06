/** Queues, interfaces and displays that are switched on, used or not, as files of /sys. */

import { type Node, putNode, textFile } from './tree-node.ts';

/** `queue wq0.0 (user, dedicated)`, `network eth1 (port of br0)`, `display HDMI-A-1 of card0`; other phrases have no files. */
export function putEnabled(root: Node, path: string, phrase: string): void {
  const [, queue, type, mode] = /^queue (wq\d+\.\d+) \((\w+)(?:, (\w+))?\)$/.exec(phrase) ?? [];
  if (queue !== undefined) putQueue(root, path, { queue, type, mode, clients: '0' });
  const [, network, state] = /^network (\S+) \((.+)\)$/.exec(phrase) ?? [];
  if (network !== undefined && state !== undefined) putInterface(root, path, { name: network, state });
  const [, connector, card] = /^display (\S+) of (card\d+)$/.exec(phrase) ?? [];
  if (connector === undefined || card === undefined) return;
  const at = `${path}/drm/${card}/${card}-${connector}`;
  putText(root, `${at}/enabled`, 'enabled');
  putNode(root, `/sys/class/drm/${card}-${connector}`, { kind: 'link', target: at });
}

interface QueueParts {
  readonly queue: string;
  readonly type: string | undefined;
  readonly mode: string | undefined;
  readonly clients: string | undefined;
}

/** Source: Documentation/ABI/stable/sysfs-driver-dma-idxd (7.3). */
export function putQueue(
  root: Node,
  path: string,
  { queue, type = 'none', mode = '', clients = '0' }: QueueParts,
): void {
  const at = `${path}/dsa${/\d+/.exec(queue)?.[0]}/${queue}`;
  putNode(root, `/sys/bus/dsa/devices/${queue}`, { kind: 'link', target: at });
  for (const [name, text] of Object.entries({ state: 'enabled', type, mode, clients })) {
    putText(root, `${at}/${name}`, text);
  }
}

/** @param state  `up`, `on, without a link`, `port of br0` */
export function putInterface(root: Node, path: string, { name, state }: { name: string; state: string }): void {
  const at = `${path}/net/${name}`;
  const master = /^port of (\S+)$/.exec(state)?.[1];
  putText(root, `${at}/operstate`, state === 'up' ? 'up' : 'down');
  putText(root, `${at}/flags`, master === undefined ? '0x1003' : '0x1002');
  if (master !== undefined)
    putNode(root, `${at}/master`, { kind: 'link', target: `/sys/devices/virtual/net/${master}` });
  putNode(root, `/sys/class/net/${name}`, { kind: 'link', target: at });
}

function putText(root: Node, path: string, text: string): void {
  putNode(
    root,
    path,
    textFile(() => text),
  );
}
