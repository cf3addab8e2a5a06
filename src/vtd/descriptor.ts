/**
 * Invalidation descriptors as a guest queues them, decoded. Each has all fields of its format, also those that its granularity
 * does not use, so that encoding gives the same bits.
 *
 * Source: VT-d r5 §6.5.2; drivers/iommu/intel/iommu.h QI_* (7.3).
 */

export interface ContextCacheDescriptor {
  readonly kind: 'context-cache';
  readonly granularity: 'global' | 'domain' | 'device';
  readonly domain: number;
  /** Requester id, as packRequester makes it. */
  readonly source: number;
  /** Low bits of the requester id to ignore, as a code 0…3. */
  readonly functionMask: number;
}

export interface IotlbDescriptor {
  readonly kind: 'iotlb';
  readonly granularity: 'global' | 'domain' | 'page';
  readonly drainWrites: boolean;
  readonly drainReads: boolean;
  readonly domain: number;
  /** 2^mask pages; only for `page`. */
  readonly addressMask: number;
  /** Hint: only leaf entries have changed. */
  readonly leaf: boolean;
  readonly address: bigint;
}

export interface DeviceTlbDescriptor {
  readonly kind: 'device-tlb';
  readonly maxPending: number;
  readonly source: number;
  readonly physicalSource: number;
  /** More than one page: the size is in the low set bits of the address. */
  readonly large: boolean;
  readonly address: bigint;
}

export interface InterruptCacheDescriptor {
  readonly kind: 'interrupt-cache';
  readonly granularity: 'global' | 'index';
  readonly indexMask: number;
  readonly index: number;
}

export interface WaitDescriptor {
  readonly kind: 'wait';
  readonly interrupt: boolean;
  readonly writesStatus: boolean;
  readonly fence: boolean;
  readonly drainsPageRequests: boolean;
  readonly statusData: number;
  readonly statusAddress: bigint;
}

export interface PasidIotlbDescriptor {
  readonly kind: 'pasid-iotlb';
  readonly granularity: 'pasid' | 'page';
  readonly domain: number;
  readonly pasid: number;
  /** 2^mask pages; only for `page`. */
  readonly addressMask: number;
  readonly leaf: boolean;
  readonly address: bigint;
}

export interface PasidCacheDescriptor {
  readonly kind: 'pasid-cache';
  readonly granularity: 'domain' | 'pasid' | 'global';
  readonly domain: number;
  readonly pasid: number;
}

export interface PasidDeviceTlbDescriptor {
  readonly kind: 'pasid-device-tlb';
  readonly maxPending: number;
  readonly source: number;
  readonly pasid: number;
  readonly physicalSource: number;
  /** Of all PASIDs. */
  readonly global: boolean;
  readonly large: boolean;
  readonly address: bigint;
}

export interface PageGroupResponseDescriptor {
  readonly kind: 'page-group-response';
  readonly hasPasid: boolean;
  /** 0 success, 1 invalid request, 0xf failure; others are reserved. */
  readonly code: number;
  readonly source: number;
  readonly pasid: number;
  readonly last: boolean;
  readonly group: number;
}

/** A descriptor at which hardware stops with an invalidation queue error. */
export interface InvalidDescriptor {
  readonly kind: 'invalid';
  readonly reason: InvalidReason;
  /** Bits 11:9 and 3:0. */
  readonly type: number;
  readonly lo: bigint;
  readonly hi: bigint;
}

export type InvalidReason = 'unknown-type' | 'needs-256-bit-queue' | 'reserved-bits' | 'granularity' | 'address-mask';

export type ValidDescriptor =
  | ContextCacheDescriptor
  | IotlbDescriptor
  | DeviceTlbDescriptor
  | InterruptCacheDescriptor
  | WaitDescriptor
  | PasidIotlbDescriptor
  | PasidCacheDescriptor
  | PasidDeviceTlbDescriptor
  | PageGroupResponseDescriptor;

export type Descriptor = ValidDescriptor | InvalidDescriptor;
