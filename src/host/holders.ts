/**
 * Holders of a device: processes with an open vfio device file.
 *
 * /proc/<pid>/fd/<n> of one is a link to `/dev/vfio/devices/vfioN` or `anon_inode:[vfio-device]`; /proc/<pid>/fdinfo/<n> then
 * has a line `vfio-device-syspath: /sys/devices/…/<address>` (drivers/vfio/vfio_main.c vfio_device_show_fdinfo, 7.3). Reading
 * those of other users' processes needs root.
 */

import { type Bdf, parseBdf } from '../model/bdf.ts';
import type { DeviceHolder } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';

/** Sorted by address, then pid. A process that has a device open twice is listed once. */
export function readHolders(tree: SysTree): readonly DeviceHolder[] {
  const pids = (tree.list('/proc') ?? []).filter((name) => /^[1-9]\d{0,6}$/.test(name));
  return pids
    .flatMap((pid) => heldBy(tree, pid))
    .sort((a, b) => byAddress(a.address ?? '', b.address ?? '') || a.pid - b.pid);
}

function byAddress(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function heldBy(tree: SysTree, pid: string): DeviceHolder[] {
  const addresses = new Set<Bdf>();
  for (const fd of tree.list(`/proc/${pid}/fdinfo`) ?? []) {
    const file = tree.linkName(`/proc/${pid}/fd/${fd}`);
    if (file !== null && !file.includes('vfio')) continue;
    const address = parseHeldDevice(tree.readText(`/proc/${pid}/fdinfo/${fd}`) ?? '');
    if (address !== null) addresses.add(address);
  }
  if (addresses.size === 0) return [];
  const command = (tree.readText(`/proc/${pid}/comm`) ?? '').trim();
  return [...addresses].map((address) => ({ address, through: 'device', pid: Number(pid), command }));
}

/** The device of a vfio file's fdinfo; `null` for any other file. */
export function parseHeldDevice(fdinfo: string): Bdf | null {
  const path = /^vfio-device-syspath:\s*(\S+)\s*$/m.exec(fdinfo)?.[1];
  return path === undefined ? null : parseBdf(path.slice(path.lastIndexOf('/') + 1));
}
