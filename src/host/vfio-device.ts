/** The vfio cdev of a function: /sys/bus/pci/devices/<address>/vfio-dev/vfioN ↔ /dev/vfio/devices/vfioN. */

import type { SysTree } from './sys-tree.ts';

/** `vfio3`; `null` when the function is not on a vfio driver. No-IOMMU devices (`noiommu-vfio3`) do not count. */
export function vfioDeviceOf(tree: SysTree, base: string): string | null {
  return (tree.list(`${base}/vfio-dev`) ?? []).find((name) => /^vfio\d+$/.test(name)) ?? null;
}
