// Made by test/tools/generate-machine.mjs from schema/machine.v1.schema.json. Do not edit.

export type Address = string;

/**
 * A machine as `pasidctl inventory -o yaml` observed it; `--machine` plans for it. What is absent was absent, unset or zero.
 */
export interface WrittenMachine {
  /**
   * Version of this file format.
   */
  readonly apiVersion: 'pasidctl/v1';
  /**
   * What the document describes: one machine.
   */
  readonly kind: 'Machine';
  readonly kernel: WrittenKernel;
  /**
   * /dev/iommu exists.
   */
  readonly iommufd?: boolean;
  /**
   * Kernel modules that matter here and are present: /sys/module/<name>.
   */
  readonly modules?: string[];
  /**
   * IOMMU units: /sys/class/iommu.
   */
  readonly units?: WrittenUnit[];
  /**
   * PCI functions: /sys/bus/pci/devices.
   */
  readonly functions?: WrittenFunction[];
  /**
   * Processes with an open vfio device: /proc/<pid>/fdinfo.
   */
  readonly holders?: WrittenHolder[];
  /**
   * Files that were asked for as guest memory, and exist.
   */
  readonly files?: WrittenFile[];
}
/**
 * The kernel that runs.
 */
export interface WrittenKernel {
  /**
   * /proc/sys/kernel/osrelease
   */
  readonly release: string;
  /**
   * /proc/cmdline
   */
  readonly commandLine?: string;
  /**
   * /proc/sys/kernel/random/boot_id
   */
  readonly bootId?: string;
}
/**
 * One IOMMU: /sys/class/iommu/<name>/intel-iommu.
 */
export interface WrittenUnit {
  /**
   * Name of the unit.
   */
  readonly name: string;
  /**
   * VT-d version, `major:minor`; absent when the unit is not VT-d.
   */
  readonly version?: string | null;
  /**
   * Capability register.
   */
  readonly cap?: string;
  /**
   * Extended capability register.
   */
  readonly ecap?: string;
  /**
   * Domain ids that the unit has.
   */
  readonly domainsSupported?: number | null;
  /**
   * Domain ids in use.
   */
  readonly domainsUsed?: number | null;
}
/**
 * One PCI function: /sys/bus/pci/devices/<address>.
 */
export interface WrittenFunction {
  /**
   * PCI address.
   */
  readonly address: string;
  /**
   * PCI vendor id.
   */
  readonly vendor?: string;
  /**
   * PCI device id.
   */
  readonly device?: string;
  /**
   * Subsystem vendor id.
   */
  readonly subsystemVendor?: string;
  /**
   * Subsystem device id.
   */
  readonly subsystemDevice?: string;
  /**
   * 24-bit class code.
   */
  readonly classCode?: string;
  /**
   * Driver that it is bound to; absent when unbound.
   */
  readonly driver?: string | null;
  /**
   * The only driver that may bind it; absent when unset.
   */
  readonly driverOverride?: string | null;
  /**
   * Name of the IOMMU unit that translates it; absent when none does.
   */
  readonly unit?: string | null;
  /**
   * IOMMU group.
   */
  readonly group?: number | null;
  /**
   * NUMA node.
   */
  readonly numaNode?: number | null;
  /**
   * PF of a VF.
   */
  readonly physicalFunction?: Address | null;
  /**
   * VFs of a PF that are enabled.
   */
  readonly virtualFunctions?: Address[];
  /**
   * VFs that the PF could have.
   */
  readonly totalVfs?: number;
  /**
   * From config space, a VF's from its PF: absent when there are none, `unknown` when they could not be read.
   */
  readonly capabilities?: 'unknown' | WrittenCapabilities;
  /**
   * The bridge above it; absent on a root bus.
   */
  readonly bridge?: WrittenBridge | null;
  /**
   * Name of its vfio character device.
   */
  readonly vfioDevice?: string | null;
  /**
   * What the machine itself does with it.
   */
  readonly uses?: string[];
}
/**
 * PCIe extended capabilities; what is absent the function does not have.
 */
export interface WrittenCapabilities {
  /**
   * Process address space ids.
   */
  readonly pasid?: {
    /**
     * Width of a PASID.
     */
    readonly widthBits: number;
    /**
     * Execute permission.
     */
    readonly exec?: boolean;
    /**
     * Privileged mode.
     */
    readonly privileged?: boolean;
  } | null;
  /**
   * Address translation services.
   */
  readonly ats?: {
    /**
     * Invalidations in flight.
     */
    readonly queueDepth: number;
    /**
     * Switched on.
     */
    readonly enabled?: boolean;
  } | null;
  /**
   * Page requests.
   */
  readonly pri?: {
    /**
     * Page requests in flight.
     */
    readonly capacity: number;
    /**
     * Switched on.
     */
    readonly enabled?: boolean;
  } | null;
}
/**
 * The bridge above a function; `conventional` when any bridge on the way up is not PCIe.
 */
export interface WrittenBridge {
  /**
   * PCI address of the bridge.
   */
  readonly address: string;
  /**
   * What the way up is like.
   */
  readonly kind: 'pcie' | 'conventional';
}
/**
 * A process with an open vfio device.
 */
export interface WrittenHolder {
  /**
   * PCI address of the device.
   */
  readonly address: string;
  /**
   * Process id.
   */
  readonly pid: number;
  /**
   * /proc/<pid>/comm
   */
  readonly command?: string;
}
/**
 * One memory file.
 */
export interface WrittenFile {
  /**
   * Absolute path.
   */
  readonly path: string;
  /**
   * Size in bytes, in quotes, since it may be wider than a JSON number.
   */
  readonly sizeBytes: string;
}
