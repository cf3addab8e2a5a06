import { describe, expect, test } from 'vitest';
import { BugError } from '../../src/assert.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { mockIotlbSeed } from '../../src/kernel/mock-first-stage.ts';
import { selftestKernel } from '../../src/kernel/selftest-kernel.ts';
import { parseBdf } from '../../src/model/bdf.ts';
import type { DeviceHandle } from '../../src/model/live.ts';
import { ERRNO } from '../../src/uapi/errno.ts';
import { IOMMUFD_REQUEST, iommu_hwpt_alloc } from '../../src/uapi/iommufd.ts';
import { IOMMU_TEST_CMD, iommu_hwpt_selftest } from '../../src/uapi/selftest.ts';
import { countingKernel } from '../support/counting-kernel.ts';
import { type Answers, type RecordingSyscalls, recordingSyscalls, words } from '../support/recording-syscalls.ts';

const ADDRESS = parseBdf('0000:6a:01.0');
const DEVICE: DeviceHandle = { kind: 'mock', iommufd: 10, stdevId: 2, devId: 3 };
const REST_OF_72 = new Array<number>(12).fill(0);

function kernelWith(answers: Answers = {}): { readonly kernel: Kernel; readonly syscalls: RecordingSyscalls } {
  const syscalls = recordingSyscalls(answers);
  return { kernel: selftestKernel(syscalls), syscalls };
}

function bind(kernel: Kernel, pasid: boolean): DeviceHandle | number {
  if (ADDRESS === null) throw new Error('the test has a bad address');
  return kernel.bindDevice(10, { address: ADDRESS, vfioDevice: null, pasid });
}

/** A test operation on fd 10: op, id, and the two words after the head. */
function testOp(op: number, id: number, fields: readonly [number, number]): object {
  return { call: 'ioctl', fd: 10, request: IOMMU_TEST_CMD, hex: words(72, op, id, 0, ...fields, ...REST_OF_72) };
}

describe('attach, replace, detach, witness', () => {
  test('each has its own operation, the RID being PASID 0', () => {
    const { kernel, syscalls } = kernelWith();
    kernel.attach(DEVICE, 0, 9);
    kernel.attach(DEVICE, 5, 9);
    kernel.replace(DEVICE, 5, 11);
    kernel.detach(DEVICE, 5);
    kernel.witness(DEVICE, 5, 11);
    expect(syscalls.calls).toEqual([
      testOp(18, 2, [0, 9]),
      testOp(18, 2, [5, 9]),
      testOp(19, 2, [5, 11]),
      testOp(20, 2, [5, 0]),
      testOp(21, 2, [5, 11]),
    ]);
  });

  test.each([
    { what: 'a match', result: 0, hwpt: 9, answer: 'yes' },
    { what: 'a mismatch', result: -ERRNO.EINVAL, hwpt: 9, answer: 'no' },
    { what: 'nothing attached, as asked', result: 0, hwpt: 0, answer: 'yes' },
    { what: 'a HWPT that is gone', result: -ERRNO.ENOENT, hwpt: 9, answer: 'no' },
    { what: 'a device that is gone', result: -ERRNO.ENOENT, hwpt: 0, answer: 'unknown' },
    { what: 'a kernel without the operation', result: -ERRNO.EOPNOTSUPP, hwpt: 9, answer: 'unknown' },
  ])('the witness says $answer to $what', ({ result, hwpt, answer }) => {
    const { kernel } = kernelWith({ ioctl: () => result });
    expect(kernel.witness(DEVICE, 5, hwpt)).toBe(answer);
  });

  test.each([-1, 2 ** 20, 1.5])('%d is no PASID and never reaches the kernel', (pasid) => {
    const { kernel, syscalls } = kernelWith();
    expect(() => kernel.attach(DEVICE, pasid, 9)).toThrow(BugError);
    expect(() => kernel.replace(DEVICE, pasid, 9)).toThrow(BugError);
    expect(() => kernel.detach(DEVICE, pasid)).toThrow(BugError);
    expect(() => kernel.witness(DEVICE, pasid, 9)).toThrow(BugError);
    expect(syscalls.calls).toEqual([]);
  });

  test('a VFIO device is refused as our mistake', () => {
    const { kernel } = kernelWith();
    expect(() => kernel.attach({ kind: 'vfio', fd: 3, devId: 2 }, 1, 9)).toThrow(BugError);
  });
});

describe('bind and release', () => {
  test.each([
    { pasid: true, flags: 4 },
    { pasid: false, flags: 0 },
  ])('a device (pasid: $pasid) is made on a scratch IOAS, detached from it, and the IOAS goes', ({ pasid, flags }) => {
    const { syscalls, leftovers } = countingKernel(0);
    expect(bind(selftestKernel(syscalls), pasid)).toEqual({ kind: 'mock', iommufd: 10, stdevId: 2, devId: 99 });
    const created = words(72, 12, 1, 0, 0, 0, 0, flags, ...new Array<number>(10).fill(0));
    expect(syscalls.calls).toEqual([
      { call: 'ioctl', fd: 10, request: IOMMUFD_REQUEST.IOMMU_IOAS_ALLOC, hex: words(12, 0, 0) },
      { call: 'ioctl', fd: 10, request: IOMMU_TEST_CMD, hex: created },
      testOp(20, 2, [0, 0]),
      { call: 'ioctl', fd: 10, request: IOMMUFD_REQUEST.IOMMU_DESTROY, hex: words(8, 1) },
    ]);
    expect(leftovers()).toEqual(['id 2']);
  });

  test('release destroys the mock device', () => {
    const { kernel, syscalls } = kernelWith();
    expect(kernel.releaseDevice(DEVICE)).toBe(0);
    const sent = { call: 'ioctl', fd: 10, request: IOMMUFD_REQUEST.IOMMU_DESTROY, hex: words(8, 2) };
    expect(syscalls.calls).toEqual([sent]);
  });

  test('whichever call of a bind fails, no object stays', () => {
    for (let nth = 1; ; nth++) {
      const { syscalls, fired, leftovers } = countingKernel(nth);
      const bound = bind(selftestKernel(syscalls), true);
      if (!fired()) {
        expect(nth).toBe(5);
        break;
      }
      expect(bound).toBe(-ERRNO.ENOMEM);
      expect(leftovers()).toEqual([]);
    }
  });
});

describe('first stages of the mock', () => {
  test('the seed is the page number of the table', () => {
    let seed = 0;
    const { kernel, syscalls } = kernelWith({
      ioctl(_fd, _request, bytes) {
        const asked = iommu_hwpt_alloc.decode(bytes);
        expect(asked).toMatchObject({ flags: 8, dev_id: 3, pt_id: 6, data_type: 0xdead, data_len: 8 });
        const data = iommu_hwpt_selftest.decode(syscalls.at(asked.data_uptr));
        expect(data.pagetable_type).toBe(0);
        seed = data.iotlb;
        return 0;
      },
    });
    const flags = { supervisor: true, writeProtect: false, extendedAccess: false } as const;
    const stage = { pageTable: 0xffff_f000n, addressWidth: 57, ...flags } as const;
    kernel.allocFirstStage(10, { devId: 3, parent: 6, pasid: true, stage });
    expect(seed).toBe(0xfffff);
  });

  test('neighbouring tables have different seeds', () => {
    expect(mockIotlbSeed(0x1000n)).not.toBe(mockIotlbSeed(0x2000n));
    expect(mockIotlbSeed(0xffff_ffff_ffff_f000n)).toBe(0xffff_ffff);
  });
});

test('the mock has nothing to reset', () => {
  const handle = { kind: 'mock', iommufd: 10, stdevId: 2, devId: 3 } as const;
  expect(selftestKernel(recordingSyscalls()).resetDevice(handle)).toBe(-ERRNO.ENOTTY);
});
