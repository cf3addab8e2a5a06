/**
 * A machine as observed, without any check. `pasidctl inventory -o yaml` writes one, `--machine` reads one, and the simulator
 * can start from one.
 */

import type { Bdf } from './bdf.ts';
import type { Use } from './use.ts';

export interface Host extends MachineFacts {
  readonly kernel: KernelFacts;
  /** /dev/iommu exists. */
  readonly iommufd: boolean;
  /** Modules loaded or built in that matter here, such as `vfio_pci`: /sys/module/<name>. */
  readonly modules: readonly string[];
  readonly units: readonly IommuUnit[];
  /** Ascending by address. */
  readonly functions: readonly PciFunction[];
  /** Processes with an open vfio device or group: /proc/<pid>/fd, fdinfo. */
  readonly holders: readonly DeviceHolder[];
  /** Files that the spec names as guest memory. */
  readonly files: readonly MemoryFile[];
  /** Paths that the spec names as guest memory and that can be none; absent when all are fine. Not in machine files. */
  readonly notMemory?: readonly NotMemory[];
  /** Paths of the spec that lead over a linked folder; absent when none does. Not in machine files. */
  readonly realPaths?: readonly RealPath[];
  /** VT-d is off, and an assumed boot would start it: what its units are is seen then. Absent otherwise. Not in machine files. */
  readonly unitsUnseen?: true;
}

/**
 * Facts about the machine as a whole. `null` is: not read, since the file was absent, not readable, or not recorded; a rule tells it
 * as unknown, never as fine.
 */
export interface MachineFacts {
  readonly firmware: FirmwareFacts | null;
  /** Parameters of kernel modules that decide something here. A parameter that is not listed was not read. */
  readonly parameters: readonly ModuleParameter[];
  /** What modprobe.d says of modules that matter here and may keep them from loading; `null` when it could not be read. */
  readonly modprobe: readonly ModprobeOrder[] | null;
  /** Names of interrupt chips in use, each once, sorted: /proc/interrupts, /sys/kernel/irq/<n>/chip_name. */
  readonly interruptChips: readonly string[] | null;
  /** Ascending by number. */
  readonly groups: readonly IommuGroup[];
  /**
   * Mounted file systems that guest memory may be on, ascending by mount point: tmpfs, hugetlbfs and the like, the root's, and those
   * that have a file of the spec. Empty when they were not read.
   */
  readonly mounts: readonly MountedFileSystem[];
  readonly memory: MachineMemory | null;
  /** Processes whose open files could not be read, so that what they hold is not known. */
  readonly unreadProcesses: number;
  /** This process, when it runs on the machine; `null` for a machine file and a captured tree. Not in machine files. */
  readonly process: ProcessFacts | null;
}

export interface FirmwareFacts {
  /** ACPI tables about IOMMUs that are there: `DMAR`, `IVRS`, `IORT`. /sys/firmware/acpi/tables; `null` when not listed. */
  readonly tables: readonly string[] | null;
  /** The flags byte of the DMAR table; `null` when it could not be read (root only) or there is none. */
  readonly dmarFlags: number | null;
  /** The machine is itself a guest, of this hypervisor: the flag in /proc/cpuinfo, /sys/hypervisor/type. `null` on bare metal. */
  readonly hypervisor: string | null;
}

export interface ModuleParameter {
  /** With underscores: `vfio_pci`. */
  readonly module: string;
  readonly name: string;
  /** As written there: `Y`, `N`, `1`. */
  readonly value: string;
  /** The file or word that decided: `/sys/module/vfio_pci/parameters/disable_denylist`, `/etc/modprobe.d/vfio.conf`. */
  readonly source: string;
  /** `effective`: the module is loaded with it. `configured`: the module would be loaded with it. */
  readonly state: 'effective' | 'configured';
}

/** A line of modprobe.d, in the order in which modprobe reads them. */
export interface ModprobeOrder {
  /** With underscores: `vfio_pci`. */
  readonly module: string;
  /**
   * `install`: a command runs instead of loading the module. `alias`: its name leads to another. `options`: the kernel refuses the value
   * of a parameter.
   */
  readonly command: 'install' | 'alias' | 'options';
  /** The command, the other name, or `parameter=value`. */
  readonly text: string;
  /** File and line: `/etc/modprobe.d/vfio.conf:3`. */
  readonly source: string;
}

/** One IOMMU group: /sys/kernel/iommu_groups/<number>. */
export interface IommuGroup {
  readonly number: number;
  /** Type of its default domain, such as `DMA`, `identity`: …/type */
  readonly type: string | null;
  /** …/reserved_regions, of all its members; `null` when it could not be read. */
  readonly regions: readonly ReservedRegion[] | null;
  /** Members that are no PCI functions, such as platform devices: …/devices; `null` when it could not be read. */
  readonly others: readonly GroupMember[] | null;
}

/** A device on another bus than PCI, by its name there: `INTC1234:00`. */
export interface GroupMember {
  readonly name: string;
  /** `driver` link; `null` when unbound. */
  readonly driver: string | null;
}

export interface ReservedRegion {
  readonly first: bigint;
  /** Inclusive. */
  readonly last: bigint;
  /** `direct`, `direct-relaxable`, `reserved`, `msi`; others are kept as they are. */
  readonly type: string;
}

/** A line of /proc/self/mountinfo, and what statfs(2) says of it. */
export interface MountedFileSystem {
  readonly mountPoint: string;
  /** `tmpfs`, `hugetlbfs`, `ext4` … */
  readonly type: string;
  /** Mounted `ro`, here or as a whole: no file on it can be made, or opened for writing (EROFS). */
  readonly readOnly: boolean;
  /** Page size of hugetlbfs (option `pagesize`); `null` otherwise. */
  readonly pageBytes: bigint | null;
  /** All that files on it may take, by its option `size`; `null` without one. */
  readonly limitBytes: bigint | null;
  /** What files on it may still take, where it has a limit; `null` without one, when not known, and where no guest memory can be. */
  readonly freeBytes: bigint | null;
}

export interface MachineMemory {
  /** MemTotal, MemAvailable of /proc/meminfo; `null` when not read, which says nothing about the pools. */
  readonly totalBytes: bigint | null;
  readonly availableBytes: bigint | null;
  /** /sys/kernel/mm/hugepages/hugepages-<n>kB, ascending by size; without those that could not be read. */
  readonly hugePages: readonly HugePages[];
}

export interface HugePages {
  readonly pageBytes: bigint;
  readonly total: number;
  /** Free and not reserved by others: free_hugepages − resv_hugepages. */
  readonly free: number;
  /** Pages that the kernel may try to add on demand: nr_overcommit_hugepages − surplus_hugepages. */
  readonly growth: number;
}

/** What the kernel lets this process do: /proc/self/status, /proc/self/limits. */
export interface ProcessFacts {
  /** Effective user id. */
  readonly uid: number;
  /** In the first user namespace; root of another one has capabilities there alone. */
  readonly inFirstNamespace: boolean;
  /** CAP_IPC_LOCK of the host: pinned memory is not limited. */
  readonly mayLock: boolean;
  /** CAP_SYS_ADMIN of the host: extended configuration space can be read. */
  readonly mayReadConfig: boolean;
  /** RLIMIT_MEMLOCK, soft; `null` is unlimited. */
  readonly memlockBytes: bigint | null;
  /** Whether it may open /dev/iommu for reading and writing; `null` when the file does not exist. */
  readonly mayOpenIommufd: boolean | null;
}

export interface KernelFacts {
  /** /proc/sys/kernel/osrelease, such as `7.3.4`. */
  readonly release: string;
  /** /proc/cmdline */
  readonly commandLine: string;
  /** /proc/sys/kernel/random/boot_id */
  readonly bootId: string;
  /**
   * Build options that decide something here, such as `CONFIG_VFIO_DEVICE_CDEV` → `y`; one that is off is `n`. /proc/config.gz,
   * /boot/config-<release>, /lib/modules/<release>/config, /proc/devices; `null` when there is none of them.
   */
  readonly config: Readonly<Record<string, string>> | null;
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
  /** PCI Express facts that its PASIDs depend on; `null` for a conventional function, `unknown` when not read. */
  readonly express: ExpressFacts | null | 'unknown';
  /** False: it does not answer, all of its configuration space reads as ones. `null` when it was not read. */
  readonly answers: boolean | null;
  /** `reset_method`: ways to reset this function, in the order of use; empty when there is none; `null` when not read. */
  readonly resetMethods: readonly string[] | null;
  /** Where the VFs of a PF appear; `null` when not read, or no PF. */
  readonly vfPlaces: VfPlaces | null;
  /** The VMD controller that it is a child of; `null` for other functions. */
  readonly vmd: Bdf | null;
  /** The bridge above it, root ports included; `null` on the root bus. */
  readonly bridge: { readonly address: Bdf; readonly kind: BridgeKind } | null;
  /** vfio cdev name: `vfio-dev/vfioN`, when `vfioN/dev` exists. */
  readonly vfioDevice: string | null;
  /**
   * What a function on a vfio driver lacks: `cdev` when vfioN has no `dev` (a kernel without CONFIG_VFIO_DEVICE_CDEV), `node` when
   * /dev/vfio/devices/vfioN does not exist, `access` when this user may not open it; `null` when nothing, or on another driver.
   */
  readonly vfioLacks: 'cdev' | 'node' | 'access' | null;
  /** What would be lost if it were taken: `disk nvme0n1 mounted at /`. In the order of the numbers in their phrases. */
  readonly uses: readonly Use[];
  /** What is switched on and ends with its driver, though nobody uses it now: `queue wq0.0 (user, dedicated)`. */
  readonly enabled: readonly Use[];
}

/** From the SR-IOV capability of a PF. The hardware may move them when the number of VFs changes. */
export interface VfPlaces {
  /** From the requester id of the PF to that of its first VF: `sriov_offset`; 0 when the function does not say. */
  readonly offset: number;
  /** From one VF to the next: `sriov_stride`. */
  readonly stride: number;
  /** PCI device id of the VFs: `sriov_vf_device`; their vendor is the PF's. `null` when not read. */
  readonly device: number | null;
}

/** From the PCI Express capability, ACS (extended capability 0x0d), and the header. Source: linux/pci_regs.h (7.3). */
export interface ExpressFacts {
  /** Device/port type: 0 endpoint, 4 root port, 5 upstream, 6 downstream port, 9 root complex integrated endpoint … */
  readonly portType: number;
  /** The header's multi-function bit. */
  readonly multiFunction: boolean;
  /**
   * DEVCAP2 bit 21: it passes End-End TLP prefixes on, which PASIDs are carried in. `null`: an endpoint’s DEVCAP2 reads 0. The kernel
   * takes that as no prefix, but every endpoint that makes requests has bit 4 (PCIe r6 §7.5.3.15), so the register may not have been
   * captured, and PASID Enable decides.
   */
  readonly tlpPrefix: boolean | null;
  /** ACS capability and control registers, 16 bits each; `null` without ACS. */
  readonly acs: { readonly capable: number; readonly control: number } | null;
}

/** `conventional`: a bridge between the device and the root is not PCIe, so requester ids are aliased. */
export type BridgeKind = 'pcie' | 'conventional';

export interface PciCapabilities {
  /** Extended capability 0x1b; `enabled` is bit 0 of its control register, `null` when not recorded. */
  readonly pasid: {
    readonly widthBits: number;
    readonly exec: boolean;
    readonly privileged: boolean;
    readonly enabled: boolean | null;
  } | null;
  /** Extended capability 0x0f. */
  readonly ats: { readonly queueDepth: number; readonly enabled: boolean } | null;
  /** Extended capability 0x13. */
  readonly pri: {
    readonly capacity: number;
    readonly enabled: boolean;
    /** PRG Response PASID Required, bit 15 of its status register; `null` when not recorded. */
    readonly responsePasid: boolean | null;
  } | null;
}

export interface DeviceHolder {
  /** `null`: the process has a vfio device open, and which one the kernel does not show. */
  readonly address: Bdf | null;
  /** The open file: the device itself, or the file of its whole group. */
  readonly through: 'device' | 'group';
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
  /** What is allocated of it: the rest are holes, which pinning fills. `null` when not known. */
  readonly allocatedBytes: bigint | null;
}

export interface RealPath {
  readonly path: string;
  /** The same file, with every link of its folder followed. */
  readonly realPath: string;
}

/** The facts of a machine of which nothing was read, besides what every machine file has. */
export const UNREAD_MACHINE: MachineFacts = {
  firmware: null,
  parameters: [],
  modprobe: null,
  interruptChips: null,
  groups: [],
  mounts: [],
  memory: null,
  unreadProcesses: 0,
  process: null,
};

/** The facts of a function that old machine files do not have. */
export const UNREAD_FUNCTION = {
  express: 'unknown',
  answers: null,
  resetMethods: null,
  vfPlaces: null,
  vmd: null,
  vfioLacks: null,
  enabled: [],
} as const satisfies Partial<PciFunction>;
