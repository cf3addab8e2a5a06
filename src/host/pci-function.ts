/** One PCI function: /sys/bus/pci/devices/<address>. Missing and malformed values become `null`, 0 or empty. */

import { type Bdf, parseBdf } from '../model/bdf.ts';
import { type PciFunction, UNREAD_FUNCTION } from '../model/host.ts';
import { PCI_DEVICES, pciFolder } from '../text/pci-folder.ts';
import { readAnswers } from './answers.ts';
import { bridgeAbove, vmdAbove } from './bridge.ts';
import { CONFIG_BYTES, HEADER_BYTES, readCapabilities, readExpress } from './config-space.ts';
import type { SysTree } from './sys-tree.ts';
import { parseCount, parseHexNumber, parseName } from './text.ts';
import { readVfio } from './vfio-device.ts';

/** Addresses of all functions, ascending, those below VMD controllers too; names in another form are left out. */
export function listFunctions(tree: SysTree): readonly Bdf[] {
  return (tree.list(PCI_DEVICES) ?? []).flatMap((name) => {
    const address = parseBdf(name);
    return address === name ? [address] : [];
  });
}

/** All fields except `uses` and `enabled` (uses.ts), and what other functions decide (observe.ts). */
export function readFunction(tree: SysTree, address: Bdf): PciFunction {
  const base = pciFolder(address);
  const hex = (name: string): number => parseHexNumber(tree.readText(`${base}/${name}`)) ?? 0;
  return {
    ...UNREAD_FUNCTION,
    address,
    // …/vendor, …/device, …/subsystem_vendor, …/subsystem_device: `0x8086`
    vendor: hex('vendor') & 0xffff,
    device: hex('device') & 0xffff,
    subsystemVendor: hex('subsystem_vendor') & 0xffff,
    subsystemDevice: hex('subsystem_device') & 0xffff,
    // …/class: `0x088000`
    classCode: hex('class') & 0xff_ffff,
    // …/driver → …/bus/pci/drivers/vfio-pci
    driver: tree.linkName(`${base}/driver`),
    // …/driver_override: `vfio-pci`, or `(null)`
    driverOverride: parseName(tree.readText(`${base}/driver_override`)),
    // …/iommu → …/virtual/iommu/dmar0
    unit: tree.linkName(`${base}/iommu`),
    // …/iommu_group → …/iommu_groups/12
    group: parseCount(tree.linkName(`${base}/iommu_group`)),
    // …/numa_node: `0`, −1 unknown
    numaNode: parseCount(tree.readText(`${base}/numa_node`)),
    ...readSriov(tree, base),
    ...configFacts(tree, address),
    answers: readAnswers(tree.readBytes(`${base}/config`, HEADER_BYTES)),
    bridge: bridgeAbove(tree, address),
    vmd: vmdAbove(tree, address),
    ...readVfio(tree, base),
    resetMethods: readResetMethods(tree, base),
    uses: [],
  };
}

/**
 * …/reset_method: `flr bus`, in the order of use, or empty (since 5.15). Without the file there is no function reset; `null` when it
 * cannot be read, has no such names, or the folder has no attributes at all.
 */
function readResetMethods(tree: SysTree, base: string): readonly string[] | null {
  const text = tree.readText(`${base}/reset_method`);
  if (text === null) return tree.exists(`${base}/reset_method`) || !tree.exists(`${base}/vendor`) ? null : [];
  const names = text.split(/\s+/).filter((name) => name !== '');
  return names.every((name) => /^[a-z][a-z_]{0,31}$/.test(name)) ? names : null;
}

/** …/config, 4096 bytes with CAP_SYS_ADMIN and 64 without. */
function configFacts(tree: SysTree, address: Bdf): Pick<PciFunction, 'capabilities' | 'express'> {
  const config = tree.readBytes(`${pciFolder(address)}/config`, CONFIG_BYTES);
  return { capabilities: readCapabilities(config), express: readExpress(config) };
}

type Sriov = Pick<PciFunction, 'physicalFunction' | 'virtualFunctions' | 'totalVfs' | 'vfPlaces'>;

function readSriov(tree: SysTree, base: string): Sriov {
  // …/physfn → ../0000:6a:01.0, on a VF
  const physicalFunction = addressOfLink(tree, `${base}/physfn`);
  // …/sriov_totalvfs: `16`, on a PF
  const totalVfs = physicalFunction === null ? (parseCount(tree.readText(`${base}/sriov_totalvfs`)) ?? 0) : 0;
  if (totalVfs === 0) return { physicalFunction, totalVfs, virtualFunctions: [], vfPlaces: null };
  const virtualFunctions = readVirtualFunctions(tree, base);
  return { physicalFunction, totalVfs, virtualFunctions, vfPlaces: readVfPlaces(tree, base) };
}

/** …/sriov_offset: `1`, …/sriov_stride: `1`, …/sriov_vf_device: `4941`, on a PF; the kernel shows all three or none. */
function readVfPlaces(tree: SysTree, base: string): PciFunction['vfPlaces'] {
  const offset = parseCount(tree.readText(`${base}/sriov_offset`));
  const stride = parseCount(tree.readText(`${base}/sriov_stride`));
  const device = parseHexNumber(tree.readText(`${base}/sriov_vf_device`));
  if (offset === null || stride === null || Math.max(offset, stride) > 0xffff) return null;
  return { offset, stride, device: device === null || device > 0xffff ? null : device };
}

/** …/virtfn0, …/virtfn1, … → ../0000:6a:01.1 */
function readVirtualFunctions(tree: SysTree, base: string): Bdf[] {
  return (tree.list(base) ?? [])
    .filter((name) => /^virtfn\d+$/.test(name))
    .map((name) => addressOfLink(tree, `${base}/${name}`))
    .filter((address) => address !== null)
    .sort();
}

function addressOfLink(tree: SysTree, path: string): Bdf | null {
  const name = tree.linkName(path);
  return name === null ? null : parseBdf(name);
}
