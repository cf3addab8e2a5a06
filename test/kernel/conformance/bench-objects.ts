/** IOAS, HWPTs, hardware information, invalidation, options, destroy. */

import type { Result } from '../../../src/kernel/syscalls.ts';
import type { ErrnoName } from '../../../src/uapi/errno.ts';
import {
  IOMMUFD_REQUEST,
  iommu_destroy,
  iommu_hw_info,
  iommu_hwpt_alloc,
  iommu_hwpt_invalidate,
  iommu_ioas_alloc,
  iommu_option,
} from '../../../src/uapi/iommufd.ts';
import type { Values } from '../../../src/uapi/layout.ts';
import { IOMMU_HWPT_DATA_SELFTEST, iommu_hwpt_selftest } from '../../../src/uapi/selftest.ts';
import type { BenchCore } from './bench-core.ts';

export interface HwptRequest {
  /** A device id. */
  readonly dev: number;
  /** IOAS or nest parent. */
  readonly pt: number;
  readonly flags?: number;
  readonly fault?: number;
  readonly data?: { readonly type: number; readonly bytes: Uint8Array };
}

export type HwInfoAnswer = { readonly result: Result; readonly out: Values<typeof iommu_hw_info.fields> };

export function objectCalls(core: BenchCore) {
  const { call, expectOk, expectErrno, pointer } = core;

  function tryDestroy(id: number): Result {
    return call(IOMMUFD_REQUEST.IOMMU_DESTROY, iommu_destroy, { id }).result;
  }

  function tryHwptAlloc({ dev, pt, flags = 0, fault = 0, data }: HwptRequest): Result {
    const { result, out } = call(IOMMUFD_REQUEST.IOMMU_HWPT_ALLOC, iommu_hwpt_alloc, {
      dev_id: dev,
      pt_id: pt,
      flags,
      fault_id: fault,
      ...(data !== undefined && {
        data_type: data.type,
        data_len: data.bytes.length,
        data_uptr: pointer(data.bytes),
      }),
    });
    return result < 0 ? result : out.out_hwpt_id;
  }

  return {
    ioasAlloc(): number {
      const { result, out } = call(IOMMUFD_REQUEST.IOMMU_IOAS_ALLOC, iommu_ioas_alloc, {});
      expectOk(result);
      return out.out_ioas_id;
    },
    destroy: (id: number): void => void expectOk(tryDestroy(id)),
    destroyFails: (errno: ErrnoName, id: number): void => expectErrno(errno, tryDestroy(id)),
    hwptAlloc: (request: HwptRequest): number => expectOk(tryHwptAlloc(request)),
    hwptAllocFails: (errno: ErrnoName, request: HwptRequest): void => expectErrno(errno, tryHwptAlloc(request)),
    /** Of a mock, as user data: the seed of its IOTLB. */
    mockData: (iotlb = 0) => ({ type: IOMMU_HWPT_DATA_SELFTEST, bytes: iommu_hwpt_selftest.encode({ iotlb }) }),
    hwInfo: (values: Partial<Values<typeof iommu_hw_info.fields>>): HwInfoAnswer =>
      call(IOMMUFD_REQUEST.IOMMU_GET_HW_INFO, iommu_hw_info, values),
    /** `entries` is one byte array per entry, or none. */
    invalidate({ hwpt, type, entries, entryBytes, count }: InvalidateRequest): { result: Result; done: number } {
      const bytes = Buffer.concat(entries);
      const { result, out } = call(IOMMUFD_REQUEST.IOMMU_HWPT_INVALIDATE, iommu_hwpt_invalidate, {
        hwpt_id: hwpt,
        data_type: type,
        data_uptr: bytes.length === 0 ? 0n : pointer(new Uint8Array(bytes)),
        entry_len: entryBytes ?? entries[0]?.length ?? 0,
        entry_num: count ?? entries.length,
      });
      return { result, done: out.entry_num };
    },
    option: (values: Partial<Values<typeof iommu_option.fields>>) =>
      call(IOMMUFD_REQUEST.IOMMU_OPTION, iommu_option, values),
  };
}

export interface InvalidateRequest {
  readonly hwpt: number;
  readonly type: number;
  readonly entries: readonly Uint8Array[];
  /** Claimed length of an entry, instead of the true one. */
  readonly entryBytes?: number;
  /** Claimed number of entries. */
  readonly count?: number;
}
