/** Functions that leave the bus and come back: VFs, and what is below a VMD controller. */

import { isVfioDriver } from '../../linux/vfio-drivers.ts';
import type { Bdf } from '../../model/bdf.ts';
import type { PciFunction } from '../../model/host.ts';
import { FAIL } from '../state/fail.ts';
import { isOpen } from '../state/vfio-nodes.ts';
import type { SimFunction, World } from '../state/world.ts';

/** Binds the driver that takes a new function. */
export type Probe = (world: World, address: Bdf) => unknown;

/** ETIMEDOUT, and nothing is hidden, where the kernel waits for whoever has one of them open. Undone by: show. */
export function hide(world: World, addresses: readonly Bdf[]): number {
  const found = addresses.map((address) => world.functions.get(address)).filter((one) => one !== undefined);
  if (found.some((one) => isVfioDriver(one.driver) && isOpen(world, one))) return FAIL.ETIMEDOUT;
  for (const one of found) {
    world.absent.set(one.facts.address, one);
    world.functions.delete(one.facts.address);
  }
  return 0;
}

/** New functions have no override, nobody uses them, and the driver that took them before takes them again. Undone by: hide. */
export function show(world: World, functions: readonly PciFunction[], probe: Probe): void {
  for (const facts of functions) {
    const { address, driverOverride } = facts;
    const before = world.absent.get(address);
    world.absent.delete(address);
    const nativeDriver = before?.nativeDriver ?? null;
    const state = {
      nativeDriver,
      driver: null,
      driverOverride,
      vfioDevice: null,
      usesEnded: before !== undefined,
      resetting: false,
    };
    world.functions.set(address, { facts: before === undefined ? facts : withGroup(before, facts), ...state });
    probe(world, address);
  }
}

/** What is known of a function that was there before, in the group that it has now. */
function withGroup(before: SimFunction, { group }: PciFunction): PciFunction {
  return { ...before.facts, group };
}
