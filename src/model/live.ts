/**
 * The ledger: everything that this tool has made and not given back. Plain data, written to the state folder.
 *
 * iommufd has no ioctl that lists objects, so this is the only list.
 */

import type { Bdf } from './bdf.ts';
import type { HwptRef } from './hwpt-ref.ts';
import type { Owner } from './owner.ts';
import type { PasidRange } from './pasid.ts';
import type { FirstStage, ReleasePolicy } from './spec.ts';

export interface Live {
  readonly handovers: readonly Handover[];
  /** Memory files that this tool made. */
  readonly createdFiles: readonly string[];
  /** Modules that this tool loaded. */
  readonly loadedModules: readonly string[];
  /** VFs that this tool made, by PF. */
  readonly madeVfs: readonly MadeVfs[];
  readonly viommus: readonly LiveViommu[];
}

/** A device that was taken from its driver, with its former driver and driver_override. */
export interface Handover {
  /** Name in the spec. */
  readonly device: string;
  readonly address: Bdf;
  readonly formerDriver: string | null;
  readonly formerOverride: string | null;
  readonly release: ReleasePolicy;
}

/** VFs of one PF. */
export interface MadeVfs {
  /** Name of the PF in the spec. */
  readonly device: string;
  /** Of the PF. */
  readonly address: Bdf;
  readonly count: number;
  /** Where the VFs are, in their order; none when the PF does not tell before it has them. */
  readonly addresses: readonly Bdf[];
}

export interface LiveViommu {
  readonly name: string;
  /** HWPTs are made with the PASID flag. */
  readonly pasid: boolean;
  /** The HWPT of guest memory is made with the NEST_PARENT flag, so that first stages can be put over it. */
  readonly nesting: boolean;
  readonly iommufd: number;
  readonly ioas: number;
  readonly memory: readonly LiveMemory[];
  readonly nestParents: readonly LiveNestParent[];
  readonly devices: readonly LiveDevice[];
  readonly firstStages: readonly LiveFirstStage[];
  /** Sorted by device name, then PASID; ranges with one target are merged. */
  readonly bindings: readonly LiveBinding[];
}

export interface LiveMemory {
  readonly file: string;
  readonly offsetBytes: bigint;
  readonly sizeBytes: bigint;
  readonly guestAddress: bigint;
}

export interface LiveNestParent {
  readonly unit: string;
  readonly hwpt: number;
}

/** A device bound to the vIOMMU's iommufd. */
export interface LiveDevice {
  readonly name: string;
  readonly address: Bdf;
  readonly unit: string;
  readonly handle: DeviceHandle;
  /** The RID is attached to the nest parent of its unit. */
  readonly ridAttached: boolean;
  /** Whether the spec or the guest decides what the RID is attached to. */
  readonly ridOwner: Owner;
  /** `out_max_pasid_log2` of GET_HW_INFO: usable PASIDs are 1 … 2^n − 1; 0 means none. */
  readonly maxPasidLog2: number;
}

/** How the kernel knows a bound device: a vfio cdev, or a device of the iommufd selftest mock. */
export type DeviceHandle =
  | { readonly kind: 'vfio'; readonly fd: number; readonly devId: number }
  | { readonly kind: 'mock'; readonly iommufd: number; readonly stdevId: number; readonly devId: number };

export interface LiveFirstStage extends FirstStage {
  readonly owner: Owner;
  readonly unit: string;
  readonly hwpt: number;
  /** Not shared, since it has a fault queue of its own or sharing is off; its number is then part of its name. */
  readonly separate?: true;
}

/** PASID 0 is the RID, attached to a first stage because the guest's tables say so. */
export interface LiveBinding extends PasidRange {
  readonly owner: Owner;
  readonly device: string;
  readonly domain: number;
  readonly to: HwptRef;
}

/** What an engine has attached for its guest. */
export interface HeldForGuest {
  readonly firstStages: readonly LiveFirstStage[];
  /** By device, then PASID. Outdated bindings are included as long as they are attached. */
  readonly bindings: readonly LiveBinding[];
  /** Devices that are plugged: the engine decides about their RIDs. */
  readonly devices: ReadonlySet<string>;
  /** Those whose RID is attached to its nest parent. */
  readonly onParent: ReadonlySet<string>;
}

export const EMPTY_LIVE: Live = { handovers: [], createdFiles: [], loadedModules: [], madeVfs: [], viommus: [] };
