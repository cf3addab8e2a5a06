// Made by `npm run generate` from schema/host.v1.schema.json. Do not edit.

export type Name = string;
/**
 * Several PASIDs: ranges, first and last included, and single PASIDs, separated by commas (in `{ }` in quotes) or as a list.
 *
 * @minItems 1
 */
export type PasidList = number | string | [PasidRange, ...PasidRange[]];
export type PasidRange = number | string;

/**
 * PCI devices, vIOMMUs and PASID bindings of one virtualization host, as they shall be.
 */
export interface WrittenSpec {
  /**
   * Version of this file format.
   */
  readonly apiVersion: 'pasidctl/v1';
  /**
   * What the document describes: one host.
   */
  readonly kind: 'Host';
  readonly metadata?: WrittenMetadata;
  readonly vfioPci?: WrittenVfioPci;
  /**
   * PCI functions that pasidctl takes from their host drivers and hands to vfio-pci, and PFs whose VFs it makes. Lists of several documents are joined.
   */
  readonly devices?: readonly WrittenDevice[];
  /**
   * Guest-visible IOMMUs. Each is one iommufd with one address space (IOAS), its devices and its PASID width. Lists of several documents are joined.
   */
  readonly viommus?: readonly WrittenViommu[];
  /**
   * What each PASID of a device translates through. Lists of several documents are joined.
   */
  readonly bindings?: readonly WrittenBinding[];
  /**
   * Findings about the machine that you accept, each with the reason. `plan` no longer tells a warning that is listed here; it still refuses for errors. `doctor` counts all that are listed. Lists of several documents are joined.
   */
  readonly ignore?: readonly WrittenAccepted[];
}
export interface WrittenMetadata {
  /**
   * A name for people. Documents that are read together must agree on it.
   */
  readonly name?: string | null;
}
export interface WrittenVfioPci {
  /**
   * Load it with `disable_denylist=1`, so that it takes devices that Linux lists as unsafe for guests: Intel DSA 8086:0b25, IAA 8086:0cfe and older QuickAssist. A guest with such a device can hang the host (INTEL-SA-01084, CVE-2024-21823): only for guests that you trust. Documents that are read together must agree on it.
   */
  readonly disableDenylist?: boolean;
}
/**
 * One PCI function, by the name that the rest of the file uses for it.
 */
export interface WrittenDevice {
  /**
   * Name of the device in this file; unique among the devices.
   */
  readonly name: string;
  /**
   * PCI address, as `lspci -D` prints it. Without a segment it is in segment 0000.
   */
  readonly address: string;
  readonly expect?: WrittenIdentity;
  /**
   * What happens when pasidctl gives the device back: `restore` binds it to the driver that it had before, `keep` leaves it with vfio-pci.
   */
  readonly release?: 'restore' | 'keep';
  /**
   * The device is a PF that shall have this many VFs. It stays with its own driver, which makes them before devices are taken and removes them on release; list the VFs as devices of their own. In no vIOMMU. Null, or without it, the device itself is taken.
   */
  readonly virtualFunctions?: number | null;
}
export interface WrittenIdentity {
  /**
   * PCI vendor id, such as 0x8086; any when absent.
   */
  readonly vendor?: number | string | null;
  /**
   * PCI device id, such as 0x0b25 (DSA); any when absent.
   */
  readonly device?: number | string | null;
}
/**
 * One guest-visible IOMMU.
 */
export interface WrittenViommu {
  /**
   * Name of the vIOMMU; unique among the vIOMMUs.
   */
  readonly name: string;
  /**
   * What the guest sees: an Intel VT-d unit.
   */
  readonly model?: 'intel-iommu';
  /**
   * Who owns the kernel objects: `agent` is pasidctl itself; with `qemu` pasidctl prepares the host and leaves every attachment to QEMU.
   */
  readonly holder?: 'agent' | 'qemu';
  /**
   * Width of guest PASIDs in bits: PASIDs 1 to 2^pasidBits - 1 can be used. 0 switches PASIDs off. `pasid-bits` in QEMU.
   */
  readonly pasidBits?: number;
  /**
   * First-stage translation: the hardware walks guest page tables, nested on the guest's memory. `fsts` in QEMU.
   */
  readonly firstStage?: boolean;
  /**
   * Allow 1 GiB pages in first-stage tables; matters only with firstStage. `fs1gp` in QEMU.
   */
  readonly firstStage1GPages?: boolean;
  /**
   * Shared virtual memory: address translation and page requests for the guest's processes. Needs deviceIotlb, firstStage and pasidBits. `svm` in QEMU.
   */
  readonly svm?: boolean;
  /**
   * Guest address width in bits. firstStage needs 48 or more; 57 needs a host with 5-level tables, and QEMU does not offer it. `aw-bits` in QEMU.
   */
  readonly addressWidth?: 39 | 48 | 57;
  /**
   * The guest must report new mappings too, not only changed ones. Every passed-through device needs this. `caching-mode` in QEMU.
   */
  readonly cachingMode?: boolean;
  /**
   * Let devices cache translations (ATS). `device-iotlb` in QEMU.
   */
  readonly deviceIotlb?: boolean;
  /**
   * Guest memory: regions of files, and the guest addresses at which devices see them.
   */
  readonly memory?: readonly WrittenMemory[];
  /**
   * Names of the devices behind this vIOMMU.
   */
  readonly devices?: readonly Name[];
}
/**
 * One region of guest memory.
 */
export interface WrittenMemory {
  /**
   * Absolute path of a regular file on tmpfs or hugetlbfs, without `..` and without a slash at the end. `//` and `/./` are left out.
   */
  readonly file: string;
  /**
   * Where the region starts in the file, in bytes; a multiple of 4KiB.
   */
  readonly offset?: number | string;
  /**
   * Size of the region in bytes; a multiple of 4KiB.
   */
  readonly size: number | string;
  /**
   * Where devices and guest see the region's first byte; a multiple of 4KiB.
   */
  readonly guestAddress: number | string;
  /**
   * Make the file when it is missing, and remove it on release if pasidctl made it.
   */
  readonly create?: boolean;
}
/**
 * PASIDs of one device, and what they translate through: exactly one of firstStage, passThrough and `from: guest`.
 */
export interface WrittenBinding {
  /**
   * Name of a device that belongs to a vIOMMU.
   */
  readonly device: string;
  /**
   * One PASID. PASID 0 stands for traffic without a PASID and cannot be bound.
   */
  readonly pasid?: number;
  readonly pasids?: PasidList;
  readonly firstStage?: WrittenFirstStage;
  /**
   * Addresses of the device are guest addresses: no first-stage table.
   */
  readonly passThrough?: true;
  /**
   * Who decides about these PASIDs: `spec` is this binding, `guest` the guest's own PASID tables, within this range.
   */
  readonly from?: 'spec' | 'guest';
  /**
   * Guest domain id that invalidations for these PASIDs carry. 0 is reserved by VT-d.
   */
  readonly domain?: number;
}
/**
 * A guest page table, as VT-d's first stage walks it.
 */
export interface WrittenFirstStage {
  /**
   * Guest address of the root table; a multiple of 4KiB, inside the vIOMMU's memory.
   */
  readonly pageTable: number | string;
  /**
   * Width of the addresses that the table translates: 48 (4 levels) or 57 (5 levels). Follows levels when only that is given.
   */
  readonly addressWidth?: 48 | 57;
  /**
   * Levels of the table: another way to say addressWidth, 4 for 48 and 5 for 57.
   */
  readonly levels?: 4 | 5;
  /**
   * Allow supervisor requests (SRE).
   */
  readonly supervisor?: boolean;
  /**
   * Write protection holds for supervisor requests too (WPE); without supervisor the kernel ignores it.
   */
  readonly writeProtect?: boolean;
  /**
   * Set the extended accessed flag in page-table entries (EAFE).
   */
  readonly extendedAccess?: boolean;
}
/**
 * A finding that you accept.
 */
export interface WrittenAccepted {
  /**
   * Id of a check, as `doctor` prints it, or code of a problem.
   */
  readonly check: string;
  /**
   * Why you accept it, for those who read the spec or the output of `doctor` later.
   */
  readonly reason: string;
}
