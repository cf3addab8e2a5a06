import { describe, expect, test } from 'vitest';
import { selftestKernel } from '../../src/kernel/selftest-kernel.ts';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import { ERRNO } from '../../src/uapi/errno.ts';
import {
  IOMMUFD_REQUEST,
  iommu_fault_alloc,
  iommu_ioas_iova_ranges,
  iommu_iova_range,
} from '../../src/uapi/iommufd.ts';
import { VFIO_REQUEST } from '../../src/uapi/vfio.ts';
import type { IoctlAnswer, RecordingSyscalls } from '../support/recording-syscalls.ts';
import { recordingSyscalls, words } from '../support/recording-syscalls.ts';

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

describe('fault queues', () => {
  test('a queue is an id and a file', () => {
    const syscalls = recordingSyscalls({
      ioctl(_fd, _request, bytes) {
        bytes.set(iommu_fault_alloc.encode({ size: 16, out_fault_id: 5, out_fault_fd: 21 }));
        return 0;
      },
    });
    const kernel = vfioKernel(syscalls, 'kernel');
    expect(kernel.allocFaultQueue(10)).toEqual({ id: 5, fd: 21 });
    kernel.allocFaultQueue(10);
    const sent = { call: 'ioctl', fd: 10, request: IOMMUFD_REQUEST.IOMMU_FAULT_QUEUE_ALLOC, hex: words(16, 0, 0, 0) };
    expect(syscalls.calls).toEqual([sent, sent]);
  });

  test('a refusal is the answer', () => {
    const syscalls = recordingSyscalls({ ioctl: () => -ERRNO.EMFILE });
    expect(vfioKernel(syscalls, 'kernel').allocFaultQueue(10)).toBe(-ERRNO.EMFILE);
  });
});

describe('reset', () => {
  test('VFIO resets through the device file, without a struct', () => {
    const syscalls = recordingSyscalls();
    expect(vfioKernel(syscalls, 'kernel').resetDevice({ kind: 'vfio', fd: 20, devId: 2 })).toBe(0);
    expect(syscalls.calls).toEqual([{ call: 'ioctl', fd: 20, request: VFIO_REQUEST.VFIO_DEVICE_RESET, hex: '' }]);
  });

  test('the mock has nothing to reset', () => {
    const handle = { kind: 'mock', iommufd: 10, stdevId: 2, devId: 3 } as const;
    expect(selftestKernel(recordingSyscalls()).resetDevice(handle)).toBe(-ERRNO.ENOTTY);
  });
});
