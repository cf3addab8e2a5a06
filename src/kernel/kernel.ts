/**
 * The port to the kernel: one method per iommufd or VFIO operation that this tool performs, errno preserved.
 *
 * Three adapters share it: `vfio-kernel.ts` over libc (real devices), `selftest-kernel.ts` over libc (real iommufd, devices
 * of the kernel's own mock), and `vfio-kernel.ts` over the simulator. Every method returns a value ≥ 0 or a negative
 * errno (see {@link Result}); `valueOrThrow` makes it a KernelError where a refusal ends the work.
 *
 * Buffers are preallocated and reused: no method allocates per call, and none may be called re-entrantly.
 */

import type { Bdf } from '../model/bdf.ts';
import type { DeviceHandle } from '../model/live.ts';
import type { FirstStage } from '../model/spec.ts';
import type { Result, Syscalls } from './syscalls.ts';

export interface Kernel {
  /** What the adapter talks to, for messages. */
  readonly backend: 'kernel' | 'selftest' | 'sim';
  readonly syscalls: Syscalls;

  /** open /dev/iommu: a new, empty context. Undone by: close. */
  openIommufd(): Result;
  /** Closes an iommufd, fault queue or file; for a device use {@link Kernel.releaseDevice}. */
  close(fd: number): Result;
  /** IOMMU_DESTROY of any object id. Retries EBUSY, which may be a race, at most three times. */
  destroy(iommufd: number, id: number): Result;

  /** IOMMU_IOAS_ALLOC → ioas id. Undone by: destroy. */
  allocIoas(iommufd: number): Result;
  /** IOMMU_IOAS_MAP_FILE at a fixed address, readable and writable. Undone by: unmap. */
  mapFile(iommufd: number, map: FileMapping): Result;
  /** IOMMU_IOAS_UNMAP of whole mappings. */
  unmap(iommufd: number, ioas: number, iova: bigint, lengthBytes: bigint): Result;

  /** IOMMU_HWPT_ALLOC over an IOAS, with NEST_PARENT and PASID when asked → hwpt id. Undone by: destroy. */
  allocNestParent(iommufd: number, parent: NestParentRequest): Result;
  /**
   * IOMMU_HWPT_ALLOC of a nested HWPT over a nest parent → hwpt id. Undone by: destroy.
   * VT-d checks the table's width and flags only at attach (§6.3): check them before.
   */
  allocFirstStage(iommufd: number, request: FirstStageRequest): Result;

  /**
   * Open a device and bind it to an iommufd: vfio cdev + VFIO_DEVICE_BIND_IOMMUFD, or a mock device with its RID detached.
   * The device cannot do DMA afterwards until something is attached. Undone by: releaseDevice.
   */
  bindDevice(iommufd: number, device: DeviceLocation): DeviceHandle | Result;
  /** Closes the cdev, or destroys the mock device. Detach every PASID first: the mock warns otherwise. */
  releaseDevice(handle: DeviceHandle): Result;
  /** IOMMU_GET_HW_INFO; fills {@link HwInfo}. */
  hwInfo(iommufd: number, handle: DeviceHandle, into: HwInfo): Result;

  /**
   * Attach the RID (pasid 0) or a PASID where nothing is attached. Undone by: detach.
   * EINVAL when the HWPT, or what the RID is attached to, is not PASID-compatible. On a real PCI device without PASID
   * capability this returns 0 and does nothing (§0.1 5): gate on `maxPasidLog2`.
   */
  attach(handle: DeviceHandle, pasid: number, hwpt: number): Result;
  /** Attach where something is attached. On VT-d a failed replace leaves the device blocked (§6.5): detach, then attach. */
  replace(handle: DeviceHandle, pasid: number, hwpt: number): Result;
  /** Detach the RID (pasid 0) or a PASID; silently 0 when nothing is attached. */
  detach(handle: DeviceHandle, pasid: number): Result;

  /**
   * Ask a witness whether a PASID is attached to this HWPT (0: to nothing), without changing anything.
   * `unknown` where nothing can tell: VFIO has no such query.
   */
  witness(handle: DeviceHandle, pasid: number, hwpt: number): 'yes' | 'no' | 'unknown';

  /** IOMMU_FAULT_QUEUE_ALLOC. Undone by: close of the fd, then destroy of the id; the other order is EBUSY. */
  allocFaultQueue(iommufd: number): FaultQueue | Result;
  /**
   * IOMMU_HWPT_INVALIDATE of a first stage; fills `done`. Entries before a refused one have taken effect.
   * The mock has four fake IOTLB words instead of addresses: page n stands for word n mod 4.
   */
  invalidate(iommufd: number, hwpt: number, batch: InvalidationBatch): Result;
  /** IOMMU_IOAS_IOVA_RANGES: what may be mapped; each HWPT and each attached RID narrows it. Makes a fresh answer. */
  iovaRanges(iommufd: number, ioas: number): IovaRanges | Result;
  /** VFIO_DEVICE_RESET; attachments stay. EINVAL when the function has no reset, ENOTTY on the mock. */
  resetDevice(handle: DeviceHandle): Result;
}

export interface FaultQueue {
  readonly id: number;
  /** Reads records and takes answers; keeps the whole context alive until it is closed. */
  readonly fd: number;
}

/** Invalidations of one first stage; made by `invalidationBatch` and reused. */
export interface InvalidationBatch {
  /** struct iommu_hwpt_vtd_s1_invalidate[], on every backend. */
  readonly entries: Uint8Array;
  /** Entries in use, from the start. */
  count: number;
  /** Entries that took effect. */
  done: number;
}

export interface IovaRanges {
  /** Ascending; `last` is inclusive. */
  readonly ranges: readonly { readonly start: bigint; readonly last: bigint }[];
  readonly alignmentBytes: bigint;
}

export interface FileMapping {
  readonly ioas: number;
  /** tmpfs, hugetlbfs or memfd file, open for reading and writing. */
  readonly file: number;
  readonly offsetBytes: bigint;
  readonly lengthBytes: bigint;
  readonly iova: bigint;
}

export interface NestParentRequest {
  /** `devId` of a bound device behind the unit. */
  readonly devId: number;
  readonly ioas: number;
  /** Without it no first stage can be put over it, but units without nesting can make it. */
  readonly nesting: boolean;
  readonly pasid: boolean;
}

export interface FirstStageRequest {
  readonly devId: number;
  readonly parent: number;
  readonly pasid: boolean;
  /** Id of the fault queue that takes its page requests; absent or 0: none. */
  readonly faultQueue?: number;
  readonly stage: FirstStage;
}

export interface DeviceLocation {
  readonly address: Bdf;
  /** `vfio3`; unused by the mock. */
  readonly vfioDevice: string | null;
  /** Wanted PASID support of a mock device. */
  readonly pasid: boolean;
}

/** IOMMU_GET_HW_INFO's answer; reused by its caller. */
export interface HwInfo {
  /** 1 INTEL_VTD, 0xfeedbeef the mock. */
  type: number;
  /** Usable PASIDs are 1 … 2^n − 1; 0: none. */
  maxPasidLog2: number;
  /** IOMMU_HW_CAP_* bits. */
  capabilities: bigint;
  /** VT-d only, otherwise 0. */
  cap: bigint;
  ecap: bigint;
}
