/** Network interfaces of PCI functions: those that are up are in use, those that are configured and not up end with the driver. */

import type { Bdf } from '../model/bdf.ts';
import type { NetworkUse } from '../model/use.ts';
import { addressesIn } from './bridge.ts';
import type { SysTree } from './sys-tree.ts';
import { parseHexNumber } from './text.ts';

const NET = '/sys/class/net';
/** Source: linux/if.h (7.3). */
const IFF_UP = 1;

type Row = readonly [Bdf, NetworkUse];

/** /sys/class/net/<name> → …/<address>/net/<name> */
export function readInterfaces(tree: SysTree): { readonly uses: readonly Row[]; readonly enabled: readonly Row[] } {
  const uses: Row[] = [];
  const enabled: Row[] = [];
  for (const name of tree.list(NET) ?? []) {
    const address = addressesIn(tree.linkTarget(`${NET}/${name}`) ?? '').at(-1);
    if (address === undefined) continue;
    const state = stateOf(tree, name);
    if (state !== null) (state === 'up' ? uses : enabled).push([address, { kind: 'network', name, state }]);
  }
  return { uses, enabled };
}

/**
 * …/operstate: `up`; `unknown` from drivers that do not report it; then IFF_UP in …/flags decides. Switched on without a link, or
 * a port of a bond or a bridge (…/master), it is configured for somebody who expects it. `null` otherwise.
 */
function stateOf(tree: SysTree, name: string): NetworkUse['state'] | null {
  const state = (tree.readText(`${NET}/${name}/operstate`) ?? '').trim();
  const on = ((parseHexNumber(tree.readText(`${NET}/${name}/flags`)) ?? 0) & IFF_UP) !== 0;
  if (state === 'up' || (state === 'unknown' && on)) return 'up';
  const master = tree.linkName(`${NET}/${name}/master`);
  if (master !== null) return { portOf: master };
  return on ? 'no link' : null;
}
