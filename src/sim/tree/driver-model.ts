/**
 * Drivers and devices: override, unbind, bind, probe.
 * Source: drivers/base/bus.c bind_store, unbind_store, drivers_probe_store; drivers/pci/pci-sysfs.c; vfio/pci/vfio_pci.c (7.3).
 */

import { denylistRefuses } from '../../linux/denylist.ts';
import { DISABLE_DENYLIST, isOn } from '../../linux/module-parameters.ts';
import { hasBridgeHeader } from '../../linux/pci-header.ts';
import { isVfioDriver, VFIO_PCI } from '../../linux/vfio-drivers.ts';
import { type Bdf, parseBdf } from '../../model/bdf.ts';
import { FAIL } from '../state/fail.ts';
import { freeVfioName, isOpen } from '../state/vfio-nodes.ts';
import type { SimFunction, World } from '../state/world.ts';
import { hide, show } from './absent.ts';
import { driversOf } from './modules.ts';
import { removeVfs } from './virtual-functions.ts';

const VMD = 'vmd';
const MAX_OVERRIDE = 4095;

/** An empty line clears the override. Source: driver_set_override. */
export function writeOverride(found: SimFunction, text: string): number {
  if (text.length > MAX_OVERRIDE) return FAIL.EINVAL;
  const name = text.split('\n')[0] ?? '';
  found.driverOverride = name === '' ? null : name;
  return 0;
}

/** ENODEV when the device is not on this driver; ETIMEDOUT where the kernel waits for the holder. Undone by: bindTo. */
export function unbindFrom(world: World, driver: string, text: string): number {
  const found = functionNamed(world, text);
  if (found === null || found.driver !== driver) return FAIL.ENODEV;
  if (isVfioDriver(driver) && isOpen(world, found)) return FAIL.ETIMEDOUT;
  const gone = removeDependents(world, found, driver);
  if (gone < 0) return gone;
  const left = world.functions.get(found.facts.address) ?? found;
  // Unbinding never refuses: disks, interfaces, queues and device files vanish under their users.
  if (driver === left.facts.driver) left.usesEnded = true;
  left.driver = null;
  left.vfioDevice = null;
  return 0;
}

/** ENODEV when the driver does not take this device; EBUSY when it has one; the driver's refusal. Undone by: unbindFrom. */
export function bindTo(world: World, driver: string, text: string): number {
  const found = functionNamed(world, text);
  if (found === null || (found.driverOverride ?? found.nativeDriver) !== driver) return FAIL.ENODEV;
  if (found.driver !== null) return FAIL.EBUSY;
  return attachDriver(world, found, driver);
}

/** Bind the driver that takes the device; 0 also when none does. */
export function probe(world: World, text: string): number {
  const found = functionNamed(world, text);
  if (found === null) return FAIL.ENODEV;
  const driver = found.driverOverride ?? found.nativeDriver;
  if (found.driver === null && driver !== null && driversOf(world).includes(driver)) attachDriver(world, found, driver);
  return 0;
}

/**
 * `vmd` removes its root bus, and vfio-pci the VFs that are left. Other drivers may leave VFs behind.
 * Source: drivers/pci/controller/vmd.c vmd_remove, vfio/pci/vfio_pci_core.c vfio_pci_core_unregister_device (7.3).
 */
function removeDependents(world: World, found: SimFunction, driver: string): number {
  if (driver === VMD) return hide(world, childrenOf(world.functions, found));
  return isVfioDriver(driver) ? removeVfs(world, found) : 0;
}

function childrenOf(functions: World['functions'], { facts: { address } }: SimFunction): Bdf[] {
  return [...functions.values()].filter(({ facts }) => facts.vmd === address).map(({ facts }) => facts.address);
}

/**
 * vfio-pci and its variants take functions with an IOMMU group, except bridges and PFs with VFs (EBUSY); vfio-pci itself none of its
 * denylist. Source: vfio_pci_probe, vfio_pci_core_register_device.
 */
function attachDriver(world: World, found: SimFunction, driver: string): number {
  if (driver === VFIO_PCI && denylistRefuses(found.facts, denylistIsOff(world)) === true) return FAIL.EINVAL;
  if (isVfioDriver(driver)) {
    if (found.facts.group === null || hasBridgeHeader(found.facts)) return FAIL.EINVAL;
    // Source: vfio_pci_core_register_device.
    if (found.facts.virtualFunctions.length > 0) return FAIL.EBUSY;
    found.vfioDevice = freeVfioName(world);
  }
  found.driver = driver;
  if (driver === VMD) {
    const children = childrenOf(world.absent, found).flatMap((address) => world.absent.get(address)?.facts ?? []);
    show(
      world,
      children.map((facts) => ({ ...facts, driverOverride: null })),
      probe,
    );
  }
  return 0;
}

function denylistIsOff({ parameters }: World): boolean {
  const { module, name, unset } = DISABLE_DENYLIST;
  return isOn({ value: parameters.get(module)?.get(name) ?? unset });
}

function functionNamed(world: World, text: string): SimFunction | null {
  const address = parseBdf(text.trim());
  return address === null ? null : (world.functions.get(address) ?? null);
}
