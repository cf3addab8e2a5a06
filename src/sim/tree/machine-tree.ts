/**
 * /sys, /proc and /dev of a simulated machine: the files that src/host reads.
 * Source: Documentation/ABI/testing/sysfs-bus-pci, sysfs-class-iommu-intel-iommu, sysfs-kernel-iommu_groups (7.3).
 */

import { hexDigits } from '../../text/hex.ts';
import { domainsUsed } from '../drivers/domains.ts';
import { readInode } from '../state/inodes.ts';
import type { World } from '../state/world.ts';
import { devicePath } from './device-path.ts';
import { bindTo, probe, unbindFrom } from './driver-model.ts';
import { functionNodes } from './function-nodes.ts';
import { putGroupFiles, putHolders } from './holder-nodes.ts';
import { putMemory } from './memory-nodes.ts';
import { putModules } from './module-nodes.ts';
import { driversOf } from './modules.ts';
import { putPlatform } from './platform-nodes.ts';
import { processesOf, putUnreadProcesses } from './process-nodes.ts';
import { type Node, newFolder, putNode, textFile } from './tree-node.ts';
import { putUses } from './use-nodes.ts';

const UNIT_FOLDER = '/sys/devices/virtual/iommu';

/** @param folders  folders that exist even when they are empty */
export function machineTree(world: World, folders: readonly string[]): Node {
  const root = newFolder();
  for (const folder of folders) putNode(root, folder, newFolder());
  putKernel(root, world);
  putUnits(root, world);
  putPlatform(root, world);
  for (const found of world.functions.values()) functionNodes(root, world, found);
  putDrivers(root, world);
  const processes = processesOf(root);
  putUses(root, world, processes);
  putGroupFiles(root, world);
  putHolders(world, processes);
  putUnreadProcesses(root, world.machine.unreadProcesses);
  putMemory(root, world);
  putFiles(root, world);
  return root;
}

function putKernel(root: Node, world: World): void {
  const { kernel, modules, machine } = world;
  putNode(
    root,
    '/proc/sys/kernel/osrelease',
    textFile(() => kernel.release),
  );
  putNode(
    root,
    '/proc/cmdline',
    textFile(() => kernel.commandLine),
  );
  putNode(
    root,
    '/proc/sys/kernel/random/boot_id',
    textFile(() => kernel.bootId),
  );
  const options = kernel.config === null ? null : configText(kernel.config);
  if (options !== null) {
    putNode(
      root,
      `/boot/config-${kernel.release}`,
      textFile(() => options),
    );
  }
  putModules(root, world);
  const denied = machine.process?.mayOpenIommufd === false ? { denied: true as const } : {};
  if (modules.includes('iommufd')) putNode(root, '/dev/iommu', { kind: 'device', ...denied });
}

function configText(config: Readonly<Record<string, string>>): string {
  const lines = Object.entries(config).map(([name, value]) =>
    value === 'n' ? `# ${name} is not set` : `${name}=${value}`,
  );
  return lines.join('\n');
}

function putUnits(root: Node, world: World): void {
  putNode(root, '/sys/class/iommu', newFolder());
  for (const { name, version, cap, ecap, domainsSupported } of world.units) {
    const path = `${UNIT_FOLDER}/${name}`;
    putNode(root, path, newFolder());
    putNode(root, `/sys/class/iommu/${name}`, { kind: 'link', target: path });
    if (version === null) continue;
    const attribute = (file: string, text: () => string): void =>
      putNode(root, `${path}/intel-iommu/${file}`, textFile(text));
    attribute('version', () => version);
    attribute('cap', () => hexDigits(cap));
    attribute('ecap', () => hexDigits(ecap));
    if (domainsSupported === null) continue;
    attribute('domains_supported', () => String(domainsSupported));
    attribute('domains_used', () => String(domainsUsed(world, name)));
  }
}

function putDrivers(root: Node, world: World): void {
  putNode(
    root,
    '/sys/bus/pci/drivers_probe',
    textFile(
      () => '',
      (text) => probe(world, text),
    ),
  );
  for (const driver of driversOf(world)) {
    const path = `/sys/bus/pci/drivers/${driver}`;
    putNode(
      root,
      `${path}/bind`,
      textFile(
        () => '',
        (text) => bindTo(world, driver, text),
      ),
    );
    putNode(
      root,
      `${path}/unbind`,
      textFile(
        () => '',
        (text) => unbindFrom(world, driver, text),
      ),
    );
    for (const [address, found] of world.functions) {
      if (found.driver === driver)
        putNode(root, `${path}/${address}`, { kind: 'link', target: devicePath(world, address) });
    }
  }
}

function putFiles(root: Node, world: World): void {
  for (const [path, number] of world.paths) {
    const inode = world.inodes.get(number);
    if (inode === undefined) continue;
    putNode(root, path, {
      kind: 'file',
      sizeBytes: inode.sizeBytes,
      read(limitBytes) {
        const length = inode.sizeBytes < BigInt(limitBytes) ? Number(inode.sizeBytes) : limitBytes;
        const bytes = new Uint8Array(length);
        readInode(inode, 0n, bytes);
        return bytes;
      },
    });
  }
}
