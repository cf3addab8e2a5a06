/**
 * A kernel that only counts: open files and objects with ids, as iommufd hands them out, and a chosen call that fails.
 * For tests that ask "is anything left over?", not "would the kernel allow it?".
 */

import type { Result } from '../../src/kernel/syscalls.ts';
import { ERRNO } from '../../src/uapi/errno.ts';
import { IOMMUFD_REQUEST, iommu_destroy, iommu_ioas_alloc } from '../../src/uapi/iommufd.ts';
import { IOMMU_TEST_CMD, IOMMU_TEST_OP, test_mock_domain } from '../../src/uapi/selftest.ts';
import { VFIO_REQUEST, vfio_device_bind_iommufd } from '../../src/uapi/vfio.ts';
import { type RecordingSyscalls, recordingSyscalls } from './recording-syscalls.ts';

export interface CountingKernel {
  readonly syscalls: RecordingSyscalls;
  /** Open fds and living ids; empty when everything was given back. */
  leftovers(): readonly string[];
  /** The failing call was reached. */
  fired(): boolean;
}

/** @param failNth the call, counted from 1, that answers ENOMEM and does nothing; 0: none */
export function countingKernel(failNth: number): CountingKernel {
  const fds = new Set<number>();
  const ids = new Set<number>();
  let calls = 0;
  const unlessFailing = (act: () => Result): Result => (++calls === failNth ? -ERRNO.ENOMEM : act());
  const syscalls = recordingSyscalls({
    open: () => unlessFailing(() => lowestFree(fds, 3)),
    close: (fd) => unlessFailing(() => (fds.delete(fd) ? 0 : -ERRNO.EBADF)),
    ioctl: (_fd, request, bytes) => unlessFailing(() => serve(ids, request, bytes)),
  });
  return {
    syscalls,
    leftovers: () => [...[...fds].map((fd) => `fd ${fd}`), ...[...ids].map((id) => `id ${id}`)],
    fired: () => failNth > 0 && calls >= failNth,
  };
}

function lowestFree(used: Set<number>, first: number): number {
  let value = first;
  while (used.has(value)) value++;
  used.add(value);
  return value;
}

function serve(ids: Set<number>, request: number, bytes: Uint8Array): Result {
  const view = new DataView(bytes.buffer);
  const give = (at: number): number => {
    view.setUint32(at, lowestFree(ids, 1), true);
    return 0;
  };
  if (request === IOMMUFD_REQUEST.IOMMU_IOAS_ALLOC) return give(iommu_ioas_alloc.offset.out_ioas_id);
  if (request === VFIO_REQUEST.VFIO_DEVICE_BIND_IOMMUFD) {
    view.setUint32(vfio_device_bind_iommufd.offset.out_devid, 7, true);
    return 0;
  }
  if (request === IOMMUFD_REQUEST.IOMMU_DESTROY) {
    return ids.delete(iommu_destroy.decode(bytes).id) ? 0 : -ERRNO.ENOENT;
  }
  const { op } = test_mock_domain.decode(bytes);
  if (request === IOMMU_TEST_CMD && op === IOMMU_TEST_OP.MOCK_DOMAIN_FLAGS) {
    view.setUint32(test_mock_domain.offset.out_idev_id, 99, true);
    return give(test_mock_domain.offset.out_stdev_id);
  }
  return 0;
}
