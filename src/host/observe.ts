/**
 * The machine as it is now: /sys, /proc and /dev below a tree's root → {@link Host}. It only reads and never throws: missing,
 * unreadable and malformed values become `null`, empty or `unknown`.
 *
 * | paths | file |
 * |---|---|
 * | /proc/sys/kernel/osrelease, /proc/cmdline, /proc/sys/kernel/random/boot_id, /sys/module/<name>, /dev/iommu | kernel-facts.ts |
 * | /sys/firmware/acpi/tables, /proc/cpuinfo, /sys/hypervisor/type, /sys/class/dmi/id | firmware.ts |
 * | /proc/interrupts, /sys/kernel/irq/<n>/chip_name | interrupt-chips.ts |
 * | /sys/kernel/iommu_groups/<n>/{type,reserved_regions} | iommu-groups.ts |
 * | /sys/class/iommu/<name>/intel-iommu/{version,cap,ecap,domains_supported,domains_used} | iommu-unit.ts |
 * | /sys/bus/pci/devices/<address>: vendor, device, subsystem_vendor, subsystem_device, class, driver →, driver_override, iommu →, iommu_group →, numa_node, physfn →, virtfnN →, sriov_totalvfs, config | pci-function.ts |
 * | /sys/bus/pci/devices/<address> → its place under the bridges; config and current_link_speed of those | bridge.ts |
 * | /sys/bus/pci/devices/<address>/vfio-dev/vfioN | vfio-device.ts |
 * | /proc/<pid>/{fdinfo/<n>,fd/<n> →,comm} | holders.ts |
 * | /proc/self/mountinfo, /proc/swaps, /sys/class/block/<name> →, …/{dev,slaves,holders,dm/name} | disks.ts |
 * | /proc/<pid>/{fd/<n> →,comm} | disk-openers.ts |
 * | /sys/class/net/<name> →, …/{operstate,flags} | uses.ts |
 */

import type { Bdf } from '../model/bdf.ts';
import { type Host, type MemoryFile, type NotMemory, type PciFunction, UNREAD_MACHINE } from '../model/host.ts';
import { readFirmware } from './firmware.ts';
import { readHolders } from './holders.ts';
import { readInterruptChips } from './interrupt-chips.ts';
import { readGroups } from './iommu-groups.ts';
import { readUnits } from './iommu-unit.ts';
import { readIommufd, readKernel, readModules } from './kernel-facts.ts';
import { listFunctions, readFunction } from './pci-function.ts';
import type { SysTree } from './sys-tree.ts';
import { readUses } from './uses.ts';

/** @param options.files  memory files of the spec, to read their sizes; missing files are left out */
export function observe(tree: SysTree, options: { readonly files: readonly string[] }): Host {
  const uses = readUses(tree);
  const functions = withParents(
    listFunctions(tree).map((address) => ({ ...readFunction(tree, address), uses: uses.get(address) ?? [] })),
  );
  const notMemory = readNotMemory(tree, options.files);
  return {
    ...UNREAD_MACHINE,
    firmware: readFirmware(tree),
    interruptChips: readInterruptChips(tree),
    groups: readGroups(tree),
    kernel: readKernel(tree),
    iommufd: readIommufd(tree),
    modules: readModules(tree),
    units: readUnits(tree),
    functions,
    // Searching all processes takes time, and only devices on a vfio driver have holders.
    holders: functions.some(isOnVfio) ? readHolders(tree) : [],
    files: readFiles(tree, options.files),
    ...(notMemory.length > 0 ? { notMemory } : {}),
  };
}

/**
 * While an unbind waits for a holder, the `driver` link and the device file are already gone, so the override is checked too.
 */
function isOnVfio({ vfioDevice, driver, driverOverride }: PciFunction): boolean {
  return vfioDevice !== null || [driver, driverOverride].some((name) => name?.includes('vfio') ?? false);
}

/** A VF has no PASID capability of its own and uses its PF's. */
function withParents(functions: readonly PciFunction[]): readonly PciFunction[] {
  const known = new Map<Bdf, PciFunction>(functions.map((fn) => [fn.address, fn]));
  return functions.map((fn) => {
    if (fn.physicalFunction === null) return fn;
    return { ...fn, capabilities: known.get(fn.physicalFunction)?.capabilities ?? 'unknown' };
  });
}

function readFiles(tree: SysTree, paths: readonly string[]): readonly MemoryFile[] {
  return [...new Set(paths)].sort().flatMap((path) => {
    const sizeBytes = tree.sizeBytes(path);
    return sizeBytes === null ? [] : [{ path, sizeBytes }];
  });
}

function readNotMemory(tree: SysTree, paths: readonly string[]): readonly NotMemory[] {
  return [...new Set(paths)].sort().flatMap((path): NotMemory[] => {
    const kind = tree.kindOf(path);
    if (kind === 'file') return [];
    if (kind !== null) return [{ path, kind }];
    return tree.exists(path.slice(0, path.lastIndexOf('/')) || '/') ? [] : [{ path, kind: 'nowhere' }];
  });
}
