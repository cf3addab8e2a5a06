/** User memory, and mapping it. */

import type { MmapOptions, Result } from '../../../src/kernel/syscalls.ts';
import type { ErrnoName } from '../../../src/uapi/errno.ts';
import {
  IOMMU_IOAS_MAP_FLAG,
  IOMMUFD_REQUEST,
  iommu_ioas_allow_iovas,
  iommu_ioas_copy,
  iommu_ioas_iova_ranges,
  iommu_ioas_map,
  iommu_ioas_map_file,
  iommu_ioas_unmap,
  iommu_iova_range,
} from '../../../src/uapi/iommufd.ts';
import type { BenchCore } from './bench-core.ts';

const { FIXED_IOVA, WRITEABLE, READABLE } = IOMMU_IOAS_MAP_FLAG;

export interface MapRequest {
  readonly ioas: number;
  readonly address: bigint;
  readonly length: bigint;
  readonly iova: bigint;
  readonly flags?: number;
}

export interface Range {
  readonly start: bigint;
  readonly last: bigint;
}

export function iovaCalls(core: BenchCore) {
  const { call, expectOk, expectErrno, pointer, syscalls } = core;

  function tryMap({ ioas, address, length, iova, flags }: MapRequest): Result {
    return call(IOMMUFD_REQUEST.IOMMU_IOAS_MAP, iommu_ioas_map, {
      ioas_id: ioas,
      flags: flags ?? FIXED_IOVA | WRITEABLE | READABLE,
      user_va: address,
      length,
      iova,
    }).result;
  }

  function tryUnmap(ioas: number, iova: bigint, length: bigint): { result: Result; length: bigint } {
    const { result, out } = call(IOMMUFD_REQUEST.IOMMU_IOAS_UNMAP, iommu_ioas_unmap, { ioas_id: ioas, iova, length });
    return { result, length: out.length };
  }

  function tryAllow(ioas: number, ranges: readonly Range[]): Result {
    const array = Buffer.concat(ranges.map((range) => iommu_iova_range.encode(range)));
    return call(IOMMUFD_REQUEST.IOMMU_IOAS_ALLOW_IOVAS, iommu_ioas_allow_iovas, {
      ioas_id: ioas,
      num_iovas: ranges.length,
      allowed_iovas: array.length === 0 ? 0n : pointer(new Uint8Array(array)),
    }).result;
  }

  return {
    /** Fresh memory of the process; gone after the case. */
    memory(lengthBytes: number, options: Partial<MmapOptions> = {}): bigint {
      const address = syscalls.mmap({ lengthBytes, protection: 'read-write', sharing: 'private', ...options });
      expectOk(Number(address));
      core.later(() => expectOk(syscalls.munmap(address, lengthBytes)));
      return address;
    },
    memfd: (sizeBytes: number): number => core.closeLater(expectOk(syscalls.memfd('conformance', sizeBytes))),
    map: (request: MapRequest): void => void expectOk(tryMap(request)),
    mapFails: (errno: ErrnoName, request: MapRequest): void => expectErrno(errno, tryMap(request)),
    tryMapFile: ({ ioas, fd, length, iova }: { ioas: number; fd: number; length: bigint; iova: bigint }): Result =>
      call(IOMMUFD_REQUEST.IOMMU_IOAS_MAP_FILE, iommu_ioas_map_file, {
        ...{ ioas_id: ioas, flags: FIXED_IOVA | WRITEABLE | READABLE, fd, length, iova },
      }).result,
    tryUnmap,
    unmap: (ioas: number, iova: bigint, length: bigint): bigint => {
      const answer = tryUnmap(ioas, iova, length);
      expectOk(answer.result);
      return answer.length;
    },
    unmapFails: (errno: ErrnoName, ioas: number, { iova, length }: { iova: bigint; length: bigint }): void =>
      expectErrno(errno, tryUnmap(ioas, iova, length).result),
    tryCopy: (request: {
      from: number;
      to: number;
      at: bigint;
      iova: bigint;
      length: bigint;
      flags?: number;
    }): Result =>
      call(IOMMUFD_REQUEST.IOMMU_IOAS_COPY, iommu_ioas_copy, {
        flags: request.flags ?? FIXED_IOVA | WRITEABLE | READABLE,
        src_ioas_id: request.from,
        dst_ioas_id: request.to,
        src_iova: request.at,
        dst_iova: request.iova,
        length: request.length,
      }).result,
    allow: (ioas: number, ranges: readonly Range[]): void => void expectOk(tryAllow(ioas, ranges)),
    allowFails: (errno: ErrnoName, ioas: number, ranges: readonly Range[]): void =>
      expectErrno(errno, tryAllow(ioas, ranges)),
    /** With room for this many ranges. */
    iovaRanges(ioas: number, room: number): { result: Result; count: number; alignment: bigint; ranges: Range[] } {
      const array = new Uint8Array(room * iommu_iova_range.sizeBytes);
      const { result, out } = call(IOMMUFD_REQUEST.IOMMU_IOAS_IOVA_RANGES, iommu_ioas_iova_ranges, {
        ioas_id: ioas,
        num_iovas: room,
        allowed_iovas: room === 0 ? 0n : pointer(array),
      });
      const filled = Math.min(room, out.num_iovas);
      const ranges = Array.from({ length: filled }, (_, index) =>
        iommu_iova_range.decode(array.subarray(index * iommu_iova_range.sizeBytes)),
      );
      return { result, count: out.num_iovas, alignment: out.out_iova_alignment, ranges };
    },
  };
}
