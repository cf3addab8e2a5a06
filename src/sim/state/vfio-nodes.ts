/** Which vfio devices have a file that can be opened, and who else has them open. */

import { hasVfioCdev } from '../../linux/vfio-cdev.ts';
import { type Hold, holdsOf, isOnVfio } from '../../linux/vfio-holders.ts';
import type { SimFunction, World } from './world.ts';

/** Without CONFIG_VFIO_DEVICE_CDEV a device can only be opened through its group. */
export function hasCdev(world: World, { vfioDevice, facts }: SimFunction): boolean {
  return vfioDevice !== null && facts.vfioLacks !== 'cdev' && hasVfioCdev(world.kernel) !== false;
}

/** Another process that has the function open; one that cannot be told which of several it has, has each. */
export function heldBy(world: World, { facts: { address } }: SimFunction): Hold | null {
  const onVfio = [...world.functions.values()].filter(({ driver, driverOverride, vfioDevice }) =>
    isOnVfio({ driver, driverOverride, vfioDevice, vfioLacks: null }),
  );
  const accounted = new Set(
    [...world.files.values()].flatMap((file) => (file.kind === 'vfio' && file.context !== 0 ? [file.address] : [])),
  );
  return holdsOf({ holders: world.holders, onVfio: onVfio.map(({ facts }) => facts.address), accounted })(address);
}

/** `vfio0`, or the first name that is free. */
export function freeVfioName(world: World): string {
  const taken = new Set([...world.functions.values()].map(({ vfioDevice }) => vfioDevice));
  let number = 0;
  while (taken.has(`vfio${number}`)) number += 1;
  return `vfio${number}`;
}

/** Whether a process has the device open, bound or not: another one, or the simulated one. */
export function isOpen(world: World, found: SimFunction): boolean {
  const { address } = found.facts;
  if (heldBy(world, found) !== null) return true;
  return [...world.files.values()].some((file) => file.kind === 'vfio' && file.address === address);
}
