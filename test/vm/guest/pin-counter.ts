/**
 * How often the pages of a memory file are pinned, as the mock counts it through a mapping of ours.
 * Source: drivers/iommu/iommufd/selftest.c iommufd_test_md_check_refs (7.3).
 */

import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import type { Syscalls } from '../../../src/kernel/syscalls.ts';
import { IOMMU_TEST_CMD, IOMMU_TEST_CMD_SIZE, IOMMU_TEST_OP, test_check_refs } from '../../../src/uapi/selftest.ts';

export interface PinCounter {
  /** A complaint when some page is not pinned exactly so often. */
  differingFrom(pins: number): readonly string[];
}

/** Keeps an iommufd of its own and the mapping open. */
export function pinCounter(
  libc: Syscalls,
  { path, sizeBytes }: { readonly path: string; readonly sizeBytes: bigint },
): PinCounter {
  const lengthBytes = Number(sizeBytes);
  const file = valueOrThrow(libc.open(path, 'read-write'), 'open', path);
  const address = libc.mmap({ lengthBytes, protection: 'read-write', sharing: 'shared', fd: file });
  const iommufd = valueOrThrow(libc.open('/dev/iommu', 'read-write'), 'open', '/dev/iommu');
  valueOrThrow(libc.close(file), 'close', path);
  return {
    differingFrom(refs) {
      const request = test_check_refs.encode({
        size: IOMMU_TEST_CMD_SIZE,
        op: IOMMU_TEST_OP.MD_CHECK_REFS,
        length: sizeBytes,
        uptr: address,
        refs,
      });
      return libc.ioctl(iommufd, IOMMU_TEST_CMD, request) === 0 ? [] : [`memory is not pinned ${refs} times`];
    },
  };
}
