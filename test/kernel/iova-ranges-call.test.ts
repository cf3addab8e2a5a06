import { describe, expect, test } from 'vitest';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import { ERRNO } from '../../src/uapi/errno.ts';
import { iommu_ioas_iova_ranges, iommu_iova_range } from '../../src/uapi/iommufd.ts';
import type { IoctlAnswer, RecordingSyscalls } from '../support/recording-syscalls.ts';
import { recordingSyscalls } from '../support/recording-syscalls.ts';

describe('iova ranges', () => {
  /** A kernel whose IOAS has this many ranges at each question in turn, each one page long. */
  function withRanges(...counts: readonly number[]): RecordingSyscalls {
    const syscalls = recordingSyscalls({ ioctl: (fd, request, bytes) => answer(fd, request, bytes) });
    const left = [...counts];
    const answer: IoctlAnswer = (_fd, _request, bytes) => {
      const asked = iommu_ioas_iova_ranges.decode(bytes);
      const list = syscalls.at(asked.allowed_iovas);
      const count = left.length > 1 ? (left.shift() ?? 0) : (left[0] ?? 0);
      for (let index = 0; index < Math.min(count, asked.num_iovas); index++) {
        const start = BigInt(index) * 8192n;
        list.set(iommu_iova_range.encode({ start, last: start + 4095n }), index * iommu_iova_range.sizeBytes);
      }
      bytes.set(iommu_ioas_iova_ranges.encode({ ...asked, num_iovas: count, out_iova_alignment: 4096n }));
      return count > asked.num_iovas ? -ERRNO.EMSGSIZE : 0;
    };
    return syscalls;
  }

  test('few ranges take one question', () => {
    const syscalls = withRanges(2);
    expect(vfioKernel(syscalls, 'kernel').iovaRanges(10, 4)).toEqual({
      ranges: [
        { start: 0n, last: 4095n },
        { start: 8192n, last: 12287n },
      ],
      alignmentBytes: 4096n,
    });
    expect(syscalls.calls).toHaveLength(1);
  });

  test('many ranges are asked for again with room for all', () => {
    const syscalls = withRanges(1000);
    const answer = vfioKernel(syscalls, 'kernel').iovaRanges(10, 4);
    expect(typeof answer === 'number' ? answer : answer.ranges.length).toBe(1000);
    expect(syscalls.calls).toHaveLength(2);
  });

  test('a list that outgrows every question ends as EMSGSIZE', () => {
    const syscalls = withRanges(20, 40, 80, 160, 320);
    expect(vfioKernel(syscalls, 'kernel').iovaRanges(10, 4)).toBe(-ERRNO.EMSGSIZE);
  });

  test('a refusal is the answer', () => {
    const syscalls = recordingSyscalls({ ioctl: () => -ERRNO.ENOENT });
    expect(vfioKernel(syscalls, 'kernel').iovaRanges(10, 4)).toBe(-ERRNO.ENOENT);
  });
});
