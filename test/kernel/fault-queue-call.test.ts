import { describe, expect, test } from 'vitest';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import { ERRNO } from '../../src/uapi/errno.ts';
import { IOMMUFD_REQUEST, iommu_fault_alloc } from '../../src/uapi/iommufd.ts';
import { recordingSyscalls, words } from '../support/recording-syscalls.ts';

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
