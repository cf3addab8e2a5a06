/**
 * A machine as observed, without any check. `pasidctl inventory -o yaml` writes one, `--machine` reads one, and the simulator
 * can start from one.
 */

import type { Bdf } from './bdf.ts';

export interface Host {
  readonly kernel: KernelFacts;
  /** /dev/iommu exists. */
  readonly iommufd: boolean;
  /** Modules loaded or built in that matter here, such as `vfio_pci`: /sys/module/<name>. */
  readonly modules: readonly string[];
  readonly units: readonly IommuUnit[];
  /** Ascending by address. */
  readonly functions: readonly PciFunction[];
  /** Processes with an open vfio device: /proc/<pid>/fdinfo. */
  readonly holders: readonly DeviceHolder[];
  /** Files that the spec names as guest memory. */
  readonly files: readonly MemoryFile[];
  /** Paths that the spec names as guest memory and that can be none; absent when all are fine. Not in machine files. */
  readonly notMemory?: readonly NotMemory[];
}

export interface KernelFacts {
  /** /proc/sys/kernel/osrelease, such as `7.3.4`. */
  readonly release: string;
  /** /proc/cmdline */
  readonly commandLine: string;
  /** /proc/sys/kernel/random/boot_id */
  readonly bootId: string;
}

/** One IOMMU: /sys/class/iommu/<name>/intel-iommu. */
export interface IommuUnit {
  /** `dmar0` … */
  readonly name: string;
  /** VT-d version, `major:minor`; `null` when the unit is not VT-d. */
  readonly version: string | null;
  readonly cap: bigint;
  readonly ecap: bigint;
  readonly domainsSupported: number | null;
  readonly domainsUsed: number | null;
}

/** One PCI function: /sys/bus/pci/devices/<address>. */
export interface PciFunction {
  readonly address: Bdf;
  readonly vendor: number;
  readonly device: number;
  readonly subsystemVendor: number;
  readonly subsystemDevice: number;
  /** 24-bit class code. */
  readonly classCode: number;
  /** `driver` link; `null` when unbound. */
  readonly driver: string | null;
  /** `driver_override`; `null` when unset. */
  readonly driverOverride: string | null;
  /** Name of the unit that translates it: `iommu` link. */
  readonly unit: string | null;
  /** `iommu_group` link. */
  readonly group: number | null;
  /** −1 in sysfs is `null` here. */
  readonly numaNode: number | null;
  /** PF of a VF: `physfn` link. */
  readonly physicalFunction: Bdf | null;
  /** VFs of a PF: `virtfnN` links. */
  readonly virtualFunctions: readonly Bdf[];
  readonly totalVfs: number;
  /** From config space; a VF shows its PF's. `unknown` when extended config space could not be read. */
  readonly capabilities: PciCapabilities | 'unknown';
  /** The bridge above it, root ports included; `null` on the root bus. */
  readonly bridge: { readonly address: Bdf; readonly kind: BridgeKind } | null;
  /** vfio cdev name: `vfio-dev/vfioN`. */
  readonly vfioDevice: string | null;
  /** What the host uses it for: `disk nvme0n1 mounted at /`, `network eth0`. */
  readonly uses: readonly string[];
}

/** `conventional`: a bridge between the device and the root is not PCIe, so requester ids are aliased. */
export type BridgeKind = 'pcie' | 'conventional';

export interface PciCapabilities {
  /** Extended capability 0x1b. */
  readonly pasid: { readonly widthBits: number; readonly exec: boolean; readonly privileged: boolean } | null;
  /** Extended capability 0x0f. */
  readonly ats: { readonly queueDepth: number; readonly enabled: boolean } | null;
  /** Extended capability 0x13. */
  readonly pri: { readonly capacity: number; readonly enabled: boolean } | null;
}

export interface DeviceHolder {
  readonly address: Bdf;
  readonly pid: number;
  /** /proc/<pid>/comm */
  readonly command: string;
}

/** What is at a path; a link at its end is not followed. */
export type PathKind = 'file' | 'folder' | 'link' | 'device' | 'fifo' | 'socket';

export interface NotMemory {
  readonly path: string;
  /** `nowhere`: the folder does not exist in which the file would be. */
  readonly kind: Exclude<PathKind, 'file'> | 'nowhere';
}

export interface MemoryFile {
  readonly path: string;
  readonly sizeBytes: bigint;
}
