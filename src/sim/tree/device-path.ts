/** The path of a function in the device tree: below its bridges, or on its root bus, which may be below a VMD controller. */

import { type Bdf, splitBdf } from '../../model/bdf.ts';
import { hexDigits } from '../../text/hex.ts';
import type { World } from '../state/world.ts';

/** More bridges than PCI has bus numbers: the bridges of the machine file form a loop. */
const MAX_BRIDGES = 256;

/**
 * `/sys/devices/pci0000:00/0000:00:1c.0/0000:02:00.0`; below a VMD controller
 * `/sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:01:00.0`.
 */
export function devicePath(world: World, address: Bdf): string {
  const controller = world.functions.get(address)?.facts.vmd ?? null;
  // The machine file may call a child the controller of its own controller.
  const above =
    controller === null || isChild(world, controller) ? '/sys/devices' : pathFrom(world, controller, '/sys/devices');
  return pathFrom(world, address, above);
}

function isChild(world: World, address: Bdf): boolean {
  return (world.functions.get(address)?.facts.vmd ?? null) !== null;
}

function pathFrom(world: World, address: Bdf, above: string): string {
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
  return `${above}/${root}/${names.join('/')}`;
}
