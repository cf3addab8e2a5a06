// Made by test/tools/generate-machine.mjs from schema/machine.v1.schema.json. Do not edit.

export type PageSize = string;
export type Bytes = string;
export type Address = string;
export type Hex16 = string;

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
   * Firmware tables and hypervisor; absent when not recorded.
   */
  readonly firmware?: WrittenFirmware | null;
  /**
   * Parameters of kernel modules that decide something here; what is not listed was not read.
   */
  readonly parameters?: WrittenParameter[];
  /**
   * Lines of modprobe.d that may keep modules from loading, in the order of modprobe. Absent when not recorded.
   */
  readonly modprobe?: WrittenModprobeOrder[] | null;
  /**
   * Names of interrupt chips in use, from /proc/interrupts; a name that begins with IR- means interrupt remapping. Absent when not recorded.
   */
  readonly interruptChips?: string[] | null;
  /**
   * IOMMU groups: /sys/kernel/iommu_groups.
   */
  readonly groups?: WrittenGroup[];
  /**
   * Mounted file systems that guest memory may be on.
   */
  readonly mounts?: WrittenMount[];
  /**
   * Memory of the machine; absent when not recorded.
   */
  readonly memory?: WrittenMemory | null;
  /**
   * Processes whose open files could not be read.
   */
  readonly unreadProcesses?: number;
  /**
   * IOMMU units: /sys/class/iommu.
   */
  readonly units?: WrittenUnit[];
  /**
   * PCI functions: /sys/bus/pci/devices.
   */
  readonly functions?: WrittenFunction[];
  /**
   * Processes with an open vfio device or group: /proc/<pid>/fd.
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
  /**
   * Build options that decide something here: y, m or n. Absent when not recorded.
   */
  readonly config?: {
    [k: string]: string;
  } | null;
}
/**
 * Firmware tables and hypervisor.
 */
export interface WrittenFirmware {
  /**
   * ACPI tables about IOMMUs that are there; absent when not listed.
   */
  readonly tables?: string[] | null;
  /**
   * Flags byte of the DMAR table; absent when not read.
   */
  readonly dmarFlags?: number | null;
  /**
   * The hypervisor under which the machine itself runs; absent on bare metal.
   */
  readonly hypervisor?: string | null;
}
/**
 * A parameter of a kernel module.
 */
export interface WrittenParameter {
  /**
   * Name of the module, with underscores.
   */
  readonly module: string;
  /**
   * Name of the parameter.
   */
  readonly name: string;
  /**
   * Its value, as written.
   */
  readonly value: string;
  /**
   * The file or word that decided.
   */
  readonly source?: string;
  /**
   * `effective`: the module is loaded with it; `configured`: it would be.
   */
  readonly state?: 'effective' | 'configured';
}
/**
 * A line of modprobe.d about a module.
 */
export interface WrittenModprobeOrder {
  /**
   * Name of the module, with underscores.
   */
  readonly module: string;
  /**
   * `install`: a command runs instead of loading the module; `alias`: its name leads to another; `options`: the kernel refuses the value of a parameter.
   */
  readonly command: 'install' | 'alias' | 'options';
  /**
   * The command, the other name, or parameter=value.
   */
  readonly text: string;
  /**
   * File and line.
   */
  readonly source?: string;
}
/**
 * An IOMMU group.
 */
export interface WrittenGroup {
  /**
   * Its number.
   */
  readonly number: number;
  /**
   * Type of its default domain.
   */
  readonly type?: string | null;
  /**
   * Reserved regions of all its members; absent when not read.
   */
  readonly regions?: WrittenRegion[] | null;
  /**
   * Members that are no PCI functions; absent when not read.
   */
  readonly others?: WrittenMember[] | null;
}
/**
 * A reserved region.
 */
export interface WrittenRegion {
  /**
   * First address.
   */
  readonly first: string;
  /**
   * Last address.
   */
  readonly last: string;
  /**
   * What it is for.
   */
  readonly type: string;
}
/**
 * A device of an IOMMU group that is no PCI function.
 */
export interface WrittenMember {
  /**
   * Its name in /sys/kernel/iommu_groups/N/devices.
   */
  readonly name: string;
  /**
   * Its driver; absent when unbound.
   */
  readonly driver?: string | null;
}
/**
 * A mounted file system.
 */
export interface WrittenMount {
  /**
   * Absolute path.
   */
  readonly mountPoint: string;
  /**
   * Its type.
   */
  readonly type: string;
  /**
   * Mounted read-only.
   */
  readonly readOnly?: boolean;
  /**
   * Page size of hugetlbfs.
   */
  readonly pageBytes?: PageSize | null;
  /**
   * All that files on it may take, by its option size; absent without one.
   */
  readonly limitBytes?: Bytes | null;
  /**
   * What files on it may still take; absent without a limit, or when not known.
   */
  readonly freeBytes?: Bytes | null;
}
/**
 * Memory of the machine.
 */
export interface WrittenMemory {
  /**
   * MemTotal of /proc/meminfo; absent when not read.
   */
  readonly totalBytes?: Bytes | null;
  /**
   * MemAvailable of /proc/meminfo; absent when not read.
   */
  readonly availableBytes?: Bytes | null;
  /**
   * Huge pages by size.
   */
  readonly hugePages?: WrittenHugePages[];
}
/**
 * Huge pages of one size.
 */
export interface WrittenHugePages {
  /**
   * Size of a page.
   */
  readonly pageBytes: string;
  /**
   * Pages in the pool.
   */
  readonly total: number;
  /**
   * Pages that are free and not reserved.
   */
  readonly free: number;
  /**
   * Pages that the kernel may try to add on demand.
   */
  readonly growth?: number;
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
   * Where the VFs of a PF appear, from its own requester id on: sriov_offset and sriov_stride.
   */
  readonly vfPlaces?: WrittenVfPlaces | null;
  /**
   * From config space, a VF's from its PF: absent when there are none, `unknown` when they could not be read.
   */
  readonly capabilities?: 'unknown' | WrittenCapabilities;
  /**
   * PCI Express facts that PASIDs depend on; `conventional` for a function without PCI Express, absent when not recorded.
   */
  readonly express?: 'conventional' | WrittenExpress | null;
  /**
   * Whether it answers; false when all of its configuration space reads as ones.
   */
  readonly answers?: boolean | null;
  /**
   * Ways to reset the function, in the order of use; empty when there is none, absent when not recorded.
   */
  readonly resetMethods?: string[] | null;
  /**
   * The VMD controller that it is a child of.
   */
  readonly vmd?: Address | null;
  /**
   * The bridge above it; absent on a root bus.
   */
  readonly bridge?: WrittenBridge | null;
  /**
   * Name of its vfio character device.
   */
  readonly vfioDevice?: string | null;
  /**
   * What a function on a vfio driver lacks: its character device, the node below /dev, or access to it.
   */
  readonly vfioLacks?: 'cdev' | 'node' | 'access' | null;
  /**
   * What the machine itself does with it.
   */
  readonly uses?: string[];
  /**
   * What is switched on and ends with its driver, though nobody uses it now.
   */
  readonly enabled?: string[];
}
/**
 * Where the VFs of a PF appear.
 */
export interface WrittenVfPlaces {
  /**
   * Of the first VF.
   */
  readonly offset: number;
  /**
   * From one VF to the next.
   */
  readonly stride: number;
  /**
   * PCI device id of the VFs: sriov_vf_device; absent when it was not read.
   */
  readonly device?: Hex16 | null;
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
    /**
     * Switched on; absent when not recorded.
     */
    readonly enabled?: boolean | null;
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
    /**
     * PRG Response PASID Required; absent when not recorded.
     */
    readonly responsePasid?: boolean | null;
  } | null;
}
/**
 * PCI Express facts of a function.
 */
export interface WrittenExpress {
  /**
   * Device/port type: 0 endpoint, 4 root port, 9 integrated endpoint.
   */
  readonly portType: number;
  /**
   * The device has more functions.
   */
  readonly multiFunction?: boolean;
  /**
   * It passes End-End TLP prefixes on, which PASIDs are carried in; absent when its second capability register is all zeros.
   */
  readonly tlpPrefix?: boolean | null;
  /**
   * ACS capability and control registers; absent without ACS.
   */
  readonly acs?: {
    /**
     * Capability register.
     */
    readonly capable: string;
    /**
     * Control register.
     */
    readonly control: string;
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
   * PCI address of the device; absent when the kernel does not show which it is.
   */
  readonly address?: Address | null;
  /**
   * The open file: the device itself, or the file of its whole group.
   */
  readonly through?: 'device' | 'group';
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
  /**
   * What is allocated of it; absent when not known.
   */
  readonly allocatedBytes?: Bytes | null;
}
