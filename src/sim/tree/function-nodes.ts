/** What /sys shows of one PCI function. Source: Documentation/ABI/testing/sysfs-bus-pci (7.3). */

import { hex, hexDigits } from '../../text/hex.ts';
import { pciFolder } from '../../text/pci-folder.ts';
import { hasCdev } from '../state/vfio-nodes.ts';
import type { SimFunction, World } from '../state/world.ts';
import { configSpace } from './config-space.ts';
import { devicePath } from './device-path.ts';
import { probe, writeOverride } from './driver-model.ts';
import { type Node, newFolder, putNode, textFile } from './tree-node.ts';
import { writeNumvfs } from './virtual-functions.ts';

const VFIO_MAJOR = 511;

/** Stands where the machine file does not tell, so that what is read from it is not known either. */
const UNREADABLE: Node = { kind: 'device', denied: true };

export function functionNodes(root: Node, world: World, found: SimFunction): void {
  const { facts } = found;
  const path = devicePath(world, facts.address);
  const attribute = (name: string, text: () => string): void => putNode(root, `${path}/${name}`, textFile(text));
  putNode(root, pciFolder(facts.address), { kind: 'link', target: path });
  attribute('vendor', () => hex(facts.vendor, 4));
  attribute('device', () => hex(facts.device, 4));
  attribute('subsystem_vendor', () => hex(facts.subsystemVendor, 4));
  attribute('subsystem_device', () => hex(facts.subsystemDevice, 4));
  attribute('class', () => hex(facts.classCode, 6));
  attribute('numa_node', () => String(facts.numaNode ?? -1));
  const { resetMethods } = facts;
  if (resetMethods === null) putNode(root, `${path}/reset_method`, UNREADABLE);
  else attribute('reset_method', () => resetMethods.join(' '));
  const config = configSpace(world, facts);
  putNode(root, `${path}/config`, { kind: 'file', read: (limitBytes) => config.slice(0, limitBytes) });
  putNode(
    root,
    `${path}/driver_override`,
    textFile(
      () => found.driverOverride ?? '(null)',
      (text) => writeOverride(found, text),
    ),
  );
  putLinks(root, path, { world, found });
  putSriov(root, path, { world, found });
  putVfio(root, path, { world, found });
}

interface Subject {
  readonly world: World;
  readonly found: SimFunction;
}

function putLinks(root: Node, path: string, { found: { facts, driver } }: Subject): void {
  const link = (name: string, target: string): void => putNode(root, `${path}/${name}`, { kind: 'link', target });
  if (driver !== null) link('driver', `/sys/bus/pci/drivers/${driver}`);
  if (facts.unit !== null) {
    link('iommu', `/sys/devices/virtual/iommu/${facts.unit}`);
    putNode(root, `/sys/devices/virtual/iommu/${facts.unit}/devices/${facts.address}`, { kind: 'link', target: path });
  }
  if (facts.group === null) return;
  link('iommu_group', `/sys/kernel/iommu_groups/${facts.group}`);
  putNode(root, `/sys/kernel/iommu_groups/${facts.group}/devices/${facts.address}`, { kind: 'link', target: path });
}

function putSriov(root: Node, path: string, { world, found: { facts } }: Subject): void {
  const link = (name: string, address: typeof facts.address): void =>
    putNode(root, `${path}/${name}`, { kind: 'link', target: devicePath(world, address) });
  if (facts.physicalFunction !== null) link('physfn', facts.physicalFunction);
  if (facts.totalVfs === 0) return;
  const attribute = (name: string, text: string): void =>
    putNode(
      root,
      `${path}/${name}`,
      textFile(() => text),
    );
  attribute('sriov_totalvfs', String(facts.totalVfs));
  putNode(
    root,
    `${path}/sriov_numvfs`,
    textFile(
      () => String(facts.virtualFunctions.length),
      (text) => writeNumvfs(world, facts.address, { text, probe }),
    ),
  );
  if (facts.vfPlaces !== null) {
    const { offset, stride, device } = facts.vfPlaces;
    attribute('sriov_offset', String(offset));
    attribute('sriov_stride', String(stride));
    if (device !== null) attribute('sriov_vf_device', hexDigits(device));
  }
  for (const [index, address] of facts.virtualFunctions.entries()) link(`virtfn${index}`, address);
}

/** The folder is there on any kernel, the device file only with CONFIG_VFIO_DEVICE_CDEV, its node only where udev makes it. */
function putVfio(root: Node, path: string, { world, found }: Subject): void {
  const { vfioDevice, facts } = found;
  if (vfioDevice === null) return;
  const folder = `${path}/vfio-dev/${vfioDevice}`;
  putNode(root, folder, newFolder());
  putNode(root, `/sys/class/vfio-dev/${vfioDevice}`, { kind: 'link', target: folder });
  if (!hasCdev(world, found)) return;
  const number = `${VFIO_MAJOR}:${vfioDevice.replace(/\D/g, '')}`;
  putNode(
    root,
    `${folder}/dev`,
    textFile(() => number),
  );
  putNode(root, `/sys/dev/char/${number}`, { kind: 'link', target: folder });
  if (facts.vfioLacks === 'node') return;
  const denied = facts.vfioLacks === 'access' ? { denied: true as const } : {};
  putNode(root, `/dev/vfio/devices/${vfioDevice}`, { kind: 'device', number: `char ${number}`, ...denied });
}
