/** The path of a function in the device tree: below its bridges, or on its root bus. */

import { type Bdf, splitBdf } from '../../model/bdf.ts';
import { hexDigits } from '../../text/hex.ts';
import type { World } from '../state/world.ts';

/** More bridges than PCI has bus numbers: the bridges of the machine file form a loop. */
const MAX_BRIDGES = 256;

/** `/sys/devices/pci0000:00/0000:00:1c.0/0000:02:00.0` */
export function devicePath(world: World, address: Bdf): string {
  const names: Bdf[] = [address];
  let top = address;
  for (let depth = 0; depth < MAX_BRIDGES; depth++) {
    const bridge = world.functions.get(top)?.facts.bridge?.address;
    if (bridge === undefined || names.includes(bridge)) break;
    names.unshift(bridge);
    top = bridge;
  }
  const { segment, bus } = splitBdf(top);
  const root = `pci${hexDigits(segment, 4)}:${hexDigits(bus, 2)}`;
  return `/sys/devices/${root}/${names.join('/')}`;
}
