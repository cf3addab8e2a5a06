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
 * | /sys/module/<name>/parameters/<name> | module-parameters.ts |
 * | /etc/modprobe.d/*.conf and its like | modprobe-files.ts |
 * | /sys/class/iommu/<name>/intel-iommu/{version,cap,ecap,domains_supported,domains_used} | iommu-unit.ts |
 * | /sys/bus/pci/devices/<address>: vendor, device, subsystem_vendor, subsystem_device, class, driver →, driver_override, reset_method, iommu →, iommu_group →, numa_node, physfn →, virtfnN →, sriov_totalvfs, config | pci-function.ts |
 * | /sys/bus/pci/devices/<address> → its place under the bridges; config and current_link_speed of those | bridge.ts |
 * | /proc/config.gz, /boot/config-<release>, /lib/modules/<release>/config, /proc/devices | kernel-config.ts |
 * | /sys/bus/pci/devices/<address>/vfio-dev/vfioN/dev, /dev/vfio/devices/vfioN | vfio-device.ts |
 * | /proc/<pid>/{fd/<n> →,comm,stat} | open-files.ts |
 * | /proc/<pid>/fdinfo/<n>, /sys/class/vfio/<group>/dev | holders.ts |
 * | /sys/dev/char/<major>:<minor> →, …/uevent, /sys/bus/pci/devices/<address>/…/dev, /proc/driver/nvidia/gpus | device-nodes.ts |
 * | /proc/self/mountinfo, statfs(2) of mount points | memory-mounts.ts |
 * | /proc/meminfo, /sys/kernel/mm/hugepages | machine-memory.ts |
 * | /proc/self/{status,limits,ns/user →} | process-facts.ts |
 * | /proc/self/mountinfo, /proc/swaps, /sys/class/block/<name> →, …/{dev,slaves,holders,dm/name} | disks.ts |
 * | /sys/bus/dsa/devices/wq<m>.<n> →, …/{state,mode,type,clients}, file<k> →, …/pid | idxd-queues.ts |
 * | /sys/class/net/<name> →, …/{operstate,flags,master} | interfaces.ts |
 * | /sys/class/drm/<connector> →, …/enabled | displays.ts |
 */

import { showsResetMethods } from '../linux/release.ts';
import type { Bdf } from '../model/bdf.ts';
import {
  type Host,
  type MemoryFile,
  type NotMemory,
  type PciFunction,
  type RealPath,
  UNREAD_MACHINE,
} from '../model/host.ts';
import { readDeviceNodes } from './device-nodes.ts';
import { readFirmware } from './firmware.ts';
import { readHolders } from './holders.ts';
import { readInterruptChips } from './interrupt-chips.ts';
import { readGroups } from './iommu-groups.ts';
import { readUnits } from './iommu-unit.ts';
import { readIommufd, readKernel, readModules } from './kernel-facts.ts';
import { readMemory } from './machine-memory.ts';
import { readMounts, readRealPaths } from './memory-mounts.ts';
import { modprobeOrders, readModprobeFiles } from './modprobe-files.ts';
import { readModuleParameters } from './module-parameters.ts';
import { readOpenFiles } from './open-files.ts';
import { listFunctions, readFunction } from './pci-function.ts';
import { readProcess } from './process-facts.ts';
import type { SysTree } from './sys-tree.ts';
import { readUses } from './uses.ts';

/** @param options.files  memory files of the spec, to read their sizes; missing files are left out */
export function observe(tree: SysTree, options: { readonly files: readonly string[] }): Host {
  const addresses = listFunctions(tree);
  const nodes = readDeviceNodes(tree, addresses);
  const open = readOpenFiles(tree, new Set(nodes.map(({ name }) => name.slice(name.lastIndexOf('/') + 1))));
  const { uses, enabled } = readUses(tree, nodes, open.files);
  const alone = addresses.map((address) => ({
    ...readFunction(tree, address),
    ...{ uses: uses.get(address) ?? [], enabled: enabled.get(address) ?? [] },
  }));
  const kernel = readKernel(tree);
  const modprobe = readModprobeFiles(tree);
  const functions = withResets(withParents(alone), kernel.release);
  const notMemory = readNotMemory(tree, options.files);
  const realPaths = readRealPaths(tree, options.files);
  return {
    ...UNREAD_MACHINE,
    firmware: readFirmware(tree),
    interruptChips: readInterruptChips(tree),
    groups: readGroups(tree),
    kernel,
    iommufd: readIommufd(tree),
    modules: readModules(tree),
    parameters: readModuleParameters(tree, modprobe),
    modprobe: modprobeOrders(modprobe),
    units: readUnits(tree),
    functions,
    holders: readHolders(tree, functions, open.files),
    unreadProcesses: open.unread,
    files: readFiles(tree, options.files),
    ...(notMemory.length > 0 ? { notMemory } : {}),
    mounts: readMounts(tree, reached(options.files, realPaths)),
    ...(realPaths.length > 0 ? { realPaths } : {}),
    memory: readMemory(tree),
    process: readProcess(tree),
  };
}

/** A kernel before 5.15 shows no `reset_method` of any function, unless its vendor has ported it back. */
function withResets(functions: readonly PciFunction[], release: string): readonly PciFunction[] {
  if (
    showsResetMethods(release) ||
    functions.some(({ resetMethods }) => resetMethods !== null && resetMethods.length > 0)
  )
    return functions;
  return functions.map((fn) => ({ ...fn, resetMethods: null }));
}

/** A VF has no PASID capability of its own and uses its PF's, page requests too; ATS it has itself (PCIe r6 §9.3.7). */
function withParents(functions: readonly PciFunction[]): readonly PciFunction[] {
  const known = new Map<Bdf, PciFunction>(functions.map((fn) => [fn.address, fn]));
  return functions.map((fn) => {
    if (fn.physicalFunction === null) return fn;
    const parent = known.get(fn.physicalFunction)?.capabilities ?? 'unknown';
    const own = fn.capabilities;
    const capabilities = parent === 'unknown' || own === 'unknown' ? 'unknown' : { ...parent, ats: own.ats };
    return { ...fn, capabilities };
  });
}

function readFiles(tree: SysTree, paths: readonly string[]): readonly MemoryFile[] {
  return [...new Set(paths)].sort().flatMap((path) => {
    const sizeBytes = tree.sizeBytes(path);
    return sizeBytes === null ? [] : [{ path, sizeBytes, allocatedBytes: tree.allocatedBytes(path) }];
  });
}

function reached(files: readonly string[], realPaths: readonly RealPath[]): readonly string[] {
  const links = new Map(realPaths.map(({ path, realPath }) => [path, realPath]));
  return files.map((path) => links.get(path) ?? path);
}

function readNotMemory(tree: SysTree, paths: readonly string[]): readonly NotMemory[] {
  return [...new Set(paths)].sort().flatMap((path): NotMemory[] => {
    const kind = tree.kindOf(path);
    if (kind === 'file') return [];
    if (kind !== null) return [{ path, kind }];
    return tree.exists(path.slice(0, path.lastIndexOf('/')) || '/') ? [] : [{ path, kind: 'nowhere' }];
  });
}
