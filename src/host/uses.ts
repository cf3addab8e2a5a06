/** Uses of PCI functions by the host itself, such as its root disk and its network interfaces. */

import type { Bdf } from '../model/bdf.ts';
import { addressesIn } from './bridge.ts';
import { readDiskUses } from './disks.ts';
import type { SysTree } from './sys-tree.ts';
import { byNumber, parseHexNumber } from './text.ts';

const NET = '/sys/class/net';
const IFF_UP = 1;

/** Uses by function, each as a phrase: `disk nvme0n1p2 mounted at /`, `network eth0`. */
export function readUses(tree: SysTree): ReadonlyMap<Bdf, readonly string[]> {
  const uses = new Map<Bdf, string[]>();
  for (const [address, use] of [...readDiskUses(tree), ...readNetworkUses(tree)]) {
    const list = uses.get(address);
    if (list === undefined) uses.set(address, [use]);
    else if (!list.includes(use)) list.push(use);
  }
  for (const list of uses.values()) list.sort(byNumber);
  return uses;
}

/** Interfaces that are up: /sys/class/net/<name> → …/<address>/net/<name> */
function readNetworkUses(tree: SysTree): [Bdf, string][] {
  return (tree.list(NET) ?? []).flatMap((name): [Bdf, string][] => {
    const address = addressesIn(tree.linkTarget(`${NET}/${name}`) ?? '').at(-1);
    return address !== undefined && isUp(tree, name) ? [[address, `network ${name}`]] : [];
  });
}

/** …/operstate: `up`; `unknown` from drivers that do not report it; then IFF_UP in …/flags decides. */
function isUp(tree: SysTree, name: string): boolean {
  const state = (tree.readText(`${NET}/${name}/operstate`) ?? '').trim();
  if (state !== 'unknown') return state === 'up';
  return ((parseHexNumber(tree.readText(`${NET}/${name}/flags`)) ?? 0) & IFF_UP) !== 0;
}
