/**
 * Holders of devices: processes with an open vfio device, or with the file of its group.
 *
 * | link of /proc/<pid>/fd/<n> | what it is |
 * |---|---|
 * | /dev/vfio/devices/vfioN | the device's own file, known by its number in …/vfio-dev/vfioN/dev |
 * | /dev/vfio/<group>, /dev/vfio/noiommu-<group> | the file of a group, known by its number in /sys/class/vfio/<name>/dev |
 * | anon_inode:[vfio-device] | a device opened through its group: any device of it |
 *
 * Since 6.18 /proc/<pid>/fdinfo/<n> of both kinds of device files has a line `vfio-device-syspath: /sys/devices/…/<address>`
 * (drivers/vfio/vfio_main.c vfio_device_show_fdinfo). Before, an anonymous file tells nothing; who has one nearly always has the
 * file of its group open too.
 */

import { isOnVfio } from '../linux/vfio-holders.ts';
import { type Bdf, parseBdf } from '../model/bdf.ts';
import { groupBy } from '../model/group-by.ts';
import type { DeviceHolder, PciFunction } from '../model/host.ts';
import { pciFolder } from '../text/pci-folder.ts';
import type { OpenFile } from './open-files.ts';
import type { SysTree } from './sys-tree.ts';
import { parseDeviceNumber } from './text.ts';
import { vfioNames, vfioNumber } from './vfio-device.ts';

/** Sorted by address, then pid. A process that has a device open twice is listed once. */
export function readHolders(
  tree: SysTree,
  functions: readonly PciFunction[],
  files: readonly OpenFile[],
): readonly DeviceHolder[] {
  const ours = files.filter(({ path, device }) => device !== null || path.includes('vfio'));
  if (ours.length === 0) return [];
  const places = placesOf(tree, functions);
  const processes = new Map<number, Held>();
  for (const file of ours) {
    const found = heldBy(tree, places, file);
    if (found !== null) add(processes, file, found);
  }
  return [...processes].flatMap(([pid, held]) => holdersOf(pid, held)).sort(inOrder);
}

function inOrder(a: DeviceHolder, b: DeviceHolder): number {
  const [x, y] = [a.address ?? '', b.address ?? ''];
  if (x === y) return a.pid - b.pid;
  return x < y ? -1 : 1;
}

/** Which functions an open file holds; `unclear`: one that nothing names. */
type Found = { readonly through: 'device' | 'group'; readonly addresses: readonly Bdf[] } | 'unclear';

/** What a process has open. */
interface Held {
  readonly command: string;
  readonly devices: Set<Bdf>;
  readonly members: Set<Bdf>;
  hasGroup: boolean;
  unclear: boolean;
}

function add(processes: Map<number, Held>, { pid, command }: OpenFile, found: Found): void {
  const held: Held = processes.get(pid) ?? {
    ...{ command, devices: new Set(), members: new Set(), hasGroup: false, unclear: false },
  };
  processes.set(pid, held);
  if (found === 'unclear') held.unclear = true;
  else if (found.through === 'device') for (const address of found.addresses) held.devices.add(address);
  else {
    held.hasGroup = true;
    for (const address of found.addresses) held.members.add(address);
  }
}

function holdersOf(pid: number, { command, devices, members, hasGroup, unclear }: Held): DeviceHolder[] {
  const through = [...members].filter((address) => !devices.has(address));
  return [
    ...[...devices].map((address) => ({ address, through: 'device' as const, pid, command })),
    ...through.map((address) => ({ address, through: 'group' as const, pid, command })),
    ...(unclear && !hasGroup ? [{ address: null, through: 'device' as const, pid, command }] : []),
  ];
}

/** The files of vfio by number, and by path for trees where only the text of a link is there. */
type Places = ReadonlyMap<string, Exclude<Found, 'unclear'>>;

function placesOf(tree: SysTree, functions: readonly PciFunction[]): Places {
  const places = new Map<string, Exclude<Found, 'unclear'>>();
  const onVfio = functions.filter(isOnVfio);
  for (const { address } of onVfio) {
    const base = pciFolder(address);
    for (const name of vfioNames(tree, base)) {
      const held = { through: 'device' as const, addresses: [address] };
      const number = vfioNumber(tree, base, name);
      if (number !== null) places.set(number, held);
      places.set(`/dev/vfio/devices/${name}`, held);
    }
  }
  const members = groupBy(onVfio, ({ group }) => group);
  for (const name of groupNames(tree, onVfio)) {
    const group = Number(/\d+$/.exec(name)?.[0]);
    const addresses = (members.get(group) ?? []).map(({ address }) => address);
    const number = parseDeviceNumber(tree.readText(`/sys/class/vfio/${name}/dev`));
    const held = { through: 'group' as const, addresses };
    if (number !== null) places.set(`char ${number}`, held);
    places.set(`/dev/vfio/${name}`, held);
  }
  return places;
}

/** Those that the machine shows, and those that its functions must have. */
function groupNames(tree: SysTree, onVfio: readonly PciFunction[]): ReadonlySet<string> {
  const shown = (tree.list('/sys/class/vfio') ?? []).filter((name) => /^(?:noiommu-)?\d+$/.test(name));
  return new Set([
    ...shown,
    ...onVfio.flatMap(({ group }) => (group === null ? [] : [`${group}`, `noiommu-${group}`])),
  ]);
}

function heldBy(tree: SysTree, places: Places, { pid, fd, path, device }: OpenFile): Found | null {
  if (path.includes('vfio')) {
    const told = parseHeldDevice(tree.readText(`/proc/${pid}/fdinfo/${fd}`) ?? '');
    // A mediated device is a vfio device too, and no function.
    if (told !== 'silent') return told === null ? null : { through: 'device', addresses: [told] };
  }
  const found = places.get(device ?? path);
  if (found !== undefined) return found;
  const isGroup = /^\/dev\/vfio\/(?:noiommu-)?\d+$/.test(path);
  if (isGroup) return { through: 'group', addresses: [] };
  // The folder vfioN is gone while its unbind waits for this process.
  return /^(?:anon_inode:\[vfio-device\]|\/dev\/vfio\/devices\/(?:noiommu-)?vfio\d+)$/.test(path) ? 'unclear' : null;
}

/** The function of a vfio device's fdinfo; `null` for a vfio device that is none; `silent` for a file or kernel that does not tell. */
export function parseHeldDevice(fdinfo: string): Bdf | null | 'silent' {
  const path = /^vfio-device-syspath:\s*(\S+)\s*$/m.exec(fdinfo)?.[1];
  return path === undefined ? 'silent' : parseBdf(path.slice(path.lastIndexOf('/') + 1));
}
