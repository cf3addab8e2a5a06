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
  /** What the adapter uses, for messages. */
  readonly backend: 'kernel' | 'selftest' | 'sim';
  readonly syscalls: Syscalls;

  /** open /dev/iommu: a new, empty context. Undone by: close. */
  openIommufd(): Result;
  /** Closes an iommufd, fault queue or file; for a device use {@link Kernel.releaseDevice}. */
  close(fd: number): Result;
  /** IOMMU_DESTROY of any object id. Retries EBUSY at most three times, since it may be a race (src/quirks.md Q18). */
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
   * VT-d checks the table's width and flags only at attach: check them before (src/quirks.md Q3).
   */
  allocFirstStage(iommufd: number, request: FirstStageRequest): Result;

  /**
   * Open a device and bind it to an iommufd: vfio cdev + VFIO_DEVICE_BIND_IOMMUFD, or a mock device with its RID detached.
   * The device cannot do DMA afterwards until something is attached. Undone by: releaseDevice.
   */
  bindDevice(iommufd: number, device: DeviceLocation): DeviceHandle | Result;
  /** Closes the cdev, or destroys the mock device. Detach every PASID first: the mock leaks otherwise (src/quirks.md Q12). */
  releaseDevice(handle: DeviceHandle): Result;
  /** IOMMU_GET_HW_INFO; fills {@link HwInfo}. */
  hwInfo(iommufd: number, handle: DeviceHandle, into: HwInfo): Result;

  /**
   * Attach the RID (pasid 0) or a PASID where nothing is attached. Undone by: detach.
   * EINVAL when the HWPT, or what the RID is attached to, is not PASID-compatible (src/quirks.md Q4). On a PCI device without
   * PASIDs this returns 0 and does nothing: check `maxPasidLog2` before (Q1).
   */
  attach(handle: DeviceHandle, pasid: number, hwpt: number): Result;
  /** Attach where something is attached. After a failure VT-d leaves the device blocked: detach, then attach (src/quirks.md Q2). */
  replace(handle: DeviceHandle, pasid: number, hwpt: number): Result;
  /** Detach the RID (pasid 0) or a PASID; 0 also when nothing is attached. */
  detach(handle: DeviceHandle, pasid: number): Result;

  /**
   * Whether a PASID is attached to this HWPT (0: to nothing), without changing anything. `unknown` for VFIO, which has no such
   * query.
   */
  witness(handle: DeviceHandle, pasid: number, hwpt: number): 'yes' | 'no' | 'unknown';

  /** IOMMU_FAULT_QUEUE_ALLOC. Undone by: close of the fd, then destroy of the id (src/quirks.md Q16). */
  allocFaultQueue(iommufd: number): FaultQueue | Result;
  /**
   * IOMMU_HWPT_INVALIDATE of a first stage; fills `done`. Entries before a refused one have taken effect.
   * The mock has four fake IOTLB words instead of addresses: page n stands for word n mod 4.
   */
  invalidate(iommufd: number, hwpt: number, batch: InvalidationBatch): Result;
  /** IOMMU_IOAS_IOVA_RANGES: what may be mapped; each HWPT and each attached RID narrows it. Allocates its result. */
  iovaRanges(iommufd: number, ioas: number): IovaRanges | Result;
  /** VFIO_DEVICE_RESET; attachments stay. EINVAL when the function has no reset, ENOTTY on the mock. */
  resetDevice(handle: DeviceHandle): Result;
}

export interface FaultQueue {
  readonly id: number;
  /** For reading records and writing answers. The context lives until it is closed. */
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
  /** Without it no first stage can be nested on it, and units without nesting support it too. */
  readonly nesting: boolean;
  readonly pasid: boolean;
}

export interface FirstStageRequest {
  readonly devId: number;
  readonly parent: number;
  readonly pasid: boolean;
  /** Id of the fault queue that receives its page requests; absent or 0: none. */
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
