/**
 * The bridge above a function: its parent folder in the device tree. A VMD controller is an endpoint with a segment of its own below
 * it, whose root bus it makes: no bridge, though its folder is above.
 *
 *     /sys/bus/pci/devices/0000:02:00.0 → /sys/devices/pci0000:00/0000:00:1c.0/0000:02:00.0
 *     /sys/bus/pci/devices/10000:01:00.0 → /sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:00:02.0/10000:01:00.0
 *
 * Source: drivers/pci/controller/vmd.c vmd_enable_domain (7.3).
 *
 * Below a conventional bridge all devices share requester ids, so PASIDs and translation per device are not possible.
 */

import { PORT_TYPE } from '../linux/port-type.ts';
import { type Bdf, parseBdf, splitBdf } from '../model/bdf.ts';
import type { PciFunction } from '../model/host.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { EXTENDED_BASE, readPortType } from './config-space.ts';
import type { SysTree } from './sys-tree.ts';

/** The nearest bridge, and whether any bridge on the way up is conventional; `null` on the root bus. */
export function bridgeAbove(tree: SysTree, address: Bdf): PciFunction['bridge'] {
  const bridges = addressesAbove(tree, address).filter((above) => segmentOf(above) === segmentOf(address));
  const nearest = bridges.at(-1);
  if (nearest === undefined) return null;
  return { address: nearest, kind: bridges.some((bridge) => isConventional(tree, bridge)) ? 'conventional' : 'pcie' };
}

/** The VMD controller that made the segment of a function; `null` when its segment is one of the machine's own. */
export function vmdAbove(tree: SysTree, address: Bdf): Bdf | null {
  return addressesAbove(tree, address).findLast((above) => segmentOf(above) !== segmentOf(address)) ?? null;
}

function addressesAbove(tree: SysTree, address: Bdf): readonly Bdf[] {
  const path = tree.linkTarget(pciFolder(address));
  return path === null ? [] : addressesIn(path).slice(0, -1);
}

function segmentOf(address: Bdf): number {
  return splitBdf(address).segment;
}

/** The PCI addresses in a device path, from the root down. */
export function addressesIn(path: string): Bdf[] {
  return path
    .split('/')
    .map(parseBdf)
    .filter((address) => address !== null);
}

/**
 * Read from the config space of the bridge. Without the privilege to read it, `current_link_speed` decides, which only PCIe
 * functions have; a PCIe-to-PCI bridge has it too, and is then taken for PCIe.
 */
function isConventional(tree: SysTree, bridge: Bdf): boolean {
  const base = pciFolder(bridge);
  const type = readPortType(tree.readBytes(`${base}/config`, EXTENDED_BASE));
  if (type === 'unknown') return tree.exists(base) && !tree.exists(`${base}/current_link_speed`);
  return type === null || type === PORT_TYPE.pciBridge;
}
