/** The vfio cdev of a function: /sys/bus/pci/devices/<address>/vfio-dev/vfioN ↔ /dev/vfio/devices/vfioN. */

import type { PciFunction } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';
import { parseDeviceNumber } from './text.ts';

/**
 * The folder vfioN is there for every function on a vfio driver (since 6.1), its `dev` only with CONFIG_VFIO_DEVICE_CDEV:
 * drivers/vfio/device_cdev.c vfio_init_device_cdev (7.3). No-IOMMU devices (`noiommu-vfio3`) do not count.
 */
export function readVfio(tree: SysTree, base: string): Pick<PciFunction, 'vfioDevice' | 'vfioLacks'> {
  const name = vfioNames(tree, base).find((one) => /^vfio\d+$/.test(one));
  if (name === undefined) return { vfioDevice: null, vfioLacks: null };
  if (vfioNumber(tree, base, name) === null) return { vfioDevice: null, vfioLacks: 'cdev' };
  return { vfioDevice: name, vfioLacks: nodeLacks(tree, `/dev/vfio/devices/${name}`) };
}

function nodeLacks(tree: SysTree, node: string): 'node' | 'access' | null {
  if (!tree.exists(node)) return 'node';
  return tree.mayOpen(node) === false ? 'access' : null;
}

/** `vfio3`, `noiommu-vfio3` */
export function vfioNames(tree: SysTree, base: string): readonly string[] {
  return tree.list(`${base}/vfio-dev`) ?? [];
}

/** …/vfio-dev/vfio3/dev → `char 511:3` */
export function vfioNumber(tree: SysTree, base: string, name: string): string | null {
  const number = parseDeviceNumber(tree.readText(`${base}/vfio-dev/${name}/dev`));
  return number === null ? null : `char ${number}`;
}
