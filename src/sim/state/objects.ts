/** The fields of each kind of iommufd object. Mutable: they are the simulated kernel's own memory. */

import type { Bdf } from '../../model/bdf.ts';
import type { AddressSpace } from './address-space.ts';
import type { PasidMap } from './pasid-map.ts';

/** Which IOMMU driver made an object: VT-d, or the kernel's selftest mock. */
export type DriverName = 'vtd' | 'mock';

export type Detail = Ioas | PagingHwpt | Device | FaultQueue | MockStdev | MockIotlb | Viommu | Vdevice | EventQueue;

export interface Ioas {
  readonly kind: 'ioas';
  readonly space: AddressSpace;
  /** Paging HWPTs in the order in which they were made. */
  readonly hwpts: number[];
}

export interface PagingHwpt {
  readonly kind: 'paging';
  readonly id: number;
  readonly ioas: number;
  readonly driver: DriverName;
  /** The unit it was made for; `null` on the mock. */
  readonly unit: string | null;
  /** IOMMU_HWPT_ALLOC_FLAG bits. */
  readonly flags: number;
  /** Made by attaching an IOAS; destroyed with its last attachment. */
  automatic: boolean;
  /** Fault queue id; 0 is none. */
  fault: number;
  readonly shape: TableShape;
  dirtyTracking: boolean;
  /** First addresses of page table entries that the mock's DIRTY operation marked. */
  readonly dirtyMarks: Set<bigint>;
}

/** Properties of a page table, from the driver that made it. */
export interface TableShape {
  readonly stage: 'first' | 'second';
  readonly first: bigint;
  readonly last: bigint;
  readonly pageBytes: bigint;
  readonly widthBits: number;
  /** Snooping is enforced in its entries. */
  readonly snoops: boolean;
  /** Read-only mappings are refused. */
  readonly writableOnly: boolean;
}

export interface Device {
  readonly kind: 'device';
  readonly id: number;
  readonly driver: DriverName;
  /** Key of its IOMMU group in the context. */
  readonly group: string;
  /** Its bit in the group's device words. */
  readonly bit: number;
  /** `null` on the mock. */
  readonly address: Bdf | null;
  readonly unit: string | null;
  /** Kernel's dev->iommu->max_pasids: 0 without PASID on PCI, 1 without PASID on the mock. */
  readonly maxPasids: number;
  readonly noDirty: boolean;
  /** The mock's pasid_1024_fake_error: the next attach of PASID 1024 fails. */
  rigged: boolean;
  /** Its vDEVICE; 0 is none. */
  vdevice: number;
  /** The VIOMMU that the mock's RID is attached through, and its virtual id there; 0 is none. */
  viommu: number;
  virtId: bigint;
  /** The mock's fake device cache; `null` on hardware. */
  readonly cache: Uint32Array | null;
}

export interface MockStdev {
  readonly kind: 'stdev';
  readonly device: number;
}

/** The four fake IOTLB words of a nested HWPT of the mock. */
export interface MockIotlb {
  readonly kind: 'iotlb';
  readonly words: Uint32Array;
}

/** Source: struct iommufd_viommu, struct mock_viommu. */
export interface Viommu {
  readonly kind: 'viommu';
  readonly id: number;
  /** The nest parent below it. */
  readonly parent: number;
  /** Virtual id → vDEVICE. */
  readonly devices: Map<bigint, number>;
  /** Offset of its two published pages in the iommufd; `null` when it has published none. */
  readonly page: { readonly offset: bigint; readonly inode: number } | null;
}

export interface Vdevice {
  readonly kind: 'vdevice';
  readonly viommu: number;
  readonly device: number;
  readonly virtId: bigint;
}

/** Source: struct iommufd_veventq. */
export interface EventQueue {
  readonly kind: 'event-queue';
  readonly viommu: number;
  readonly type: number;
  readonly depth: number;
  /** Unread events; a header for lost events is always the last. */
  readonly events: VirtualEvent[];
  /** Sequence number of the next event. */
  sequence: number;
}

export interface VirtualEvent {
  readonly sequence: number;
  /** `null` in a header for lost events. */
  readonly virtId: number | null;
}

export interface FaultQueue {
  readonly kind: 'fault';
  /** Unread groups. */
  readonly queued: FaultGroup[];
  /** Groups that were read and not yet answered, by cookie. */
  readonly delivered: Map<number, FaultGroup>;
}

export interface FaultGroup {
  readonly device: number;
  /** The PASID of the attachment that receives the fault; 0 when the RID receives it for a PASID. */
  readonly attachment: number;
  readonly records: readonly PageRequest[];
}

export interface PageRequest {
  readonly flags: number;
  readonly pasid: number;
  readonly grpid: number;
  readonly perm: number;
  readonly addr: bigint;
}

/** One IOMMU group inside a context. Source: struct iommufd_group. */
export interface Group {
  readonly key: string;
  /** Device id by bit; 0 is a free bit. */
  readonly devices: number[];
  /** Key 0 is the RID. */
  readonly pasids: PasidMap;
  /** Smallest max_pasids of the members that have PASIDs; 0 when none has. */
  readonly pasidLimit: number;
  /** PASIDs (0: the RID) that the hardware blocks although iommufd has an attachment on record: src/quirks.md Q2. */
  readonly blocked: Set<number>;
}
