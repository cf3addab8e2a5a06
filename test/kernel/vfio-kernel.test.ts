import { describe, expect, test } from 'vitest';
import { BugError } from '../../src/assert.ts';
import type { HwInfo, Kernel } from '../../src/kernel/kernel.ts';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import { parseBdf } from '../../src/model/bdf.ts';
import type { DeviceHandle } from '../../src/model/live.ts';
import type { FirstStage } from '../../src/model/spec.ts';
import { ERRNO } from '../../src/uapi/errno.ts';
import {
  IOMMUFD_REQUEST,
  iommu_hw_info,
  iommu_hw_info_vtd,
  iommu_hwpt_alloc,
  iommu_ioas_alloc,
} from '../../src/uapi/iommufd.ts';
import { VFIO_REQUEST } from '../../src/uapi/vfio.ts';
import { countingKernel } from '../support/counting-kernel.ts';
import { type Answers, type RecordingSyscalls, recordingSyscalls, words } from '../support/recording-syscalls.ts';

const ADDRESS = parseBdf('0000:6a:01.0');
const DEVICE: DeviceHandle = { kind: 'vfio', fd: 20, devId: 2 };
const STAGE: FirstStage = {
  pageTable: 0xffff_0000_1234_5000n,
  addressWidth: 48,
  supervisor: false,
  writeProtect: false,
  extendedAccess: false,
};

function kernelWith(answers: Answers = {}): { readonly kernel: Kernel; readonly syscalls: RecordingSyscalls } {
  const syscalls = recordingSyscalls(answers);
  return { kernel: vfioKernel(syscalls, 'kernel'), syscalls };
}

function bind(kernel: Kernel, vfioDevice: string | null): DeviceHandle | number {
  if (ADDRESS === null) throw new Error('the test has a bad address');
  return kernel.bindDevice(10, { address: ADDRESS, vfioDevice, pasid: true });
}

function ioctl(fd: number, request: number, hex: string): object {
  return { call: 'ioctl', fd, request, hex };
}

describe('attach and detach', () => {
  const ATTACH = VFIO_REQUEST.VFIO_DEVICE_ATTACH_IOMMUFD_PT;
  const DETACH = VFIO_REQUEST.VFIO_DEVICE_DETACH_IOMMUFD_PT;

  test('the RID is attached without the PASID flag', () => {
    const { kernel, syscalls } = kernelWith();
    expect(kernel.attach(DEVICE, 0, 9)).toBe(0);
    expect(syscalls.calls).toEqual([ioctl(20, ATTACH, '10000000000000000900000000000000')]);
  });

  test('a PASID is attached with the PASID flag and all 16 bytes', () => {
    const { kernel, syscalls } = kernelWith();
    kernel.attach(DEVICE, 5, 9);
    expect(syscalls.calls).toEqual([ioctl(20, ATTACH, '10000000010000000900000005000000')]);
  });

  test('the RID is detached without the PASID flag', () => {
    const { kernel, syscalls } = kernelWith();
    kernel.detach(DEVICE, 0);
    expect(syscalls.calls).toEqual([ioctl(20, DETACH, '0c0000000000000000000000')]);
  });

  test('a PASID is detached with the PASID flag and all 12 bytes', () => {
    const { kernel, syscalls } = kernelWith();
    kernel.detach(DEVICE, 5);
    expect(syscalls.calls).toEqual([ioctl(20, DETACH, '0c0000000100000005000000')]);
  });

  test('a replace is VFIO’s attach', () => {
    const { kernel, syscalls } = kernelWith();
    kernel.replace(DEVICE, 5, 11);
    expect(syscalls.calls).toEqual([ioctl(20, ATTACH, '10000000010000000b00000005000000')]);
  });

  test('the RID after a PASID carries nothing of it, nor of the id that the kernel wrote back', () => {
    const { kernel, syscalls } = kernelWith({
      ioctl(_fd, _request, bytes) {
        new DataView(bytes.buffer).setUint32(8, 77, true);
        return 0;
      },
    });
    kernel.attach(DEVICE, 5, 9);
    kernel.attach(DEVICE, 0, 9);
    expect(syscalls.calls.at(-1)).toEqual(ioctl(20, ATTACH, words(16, 0, 9, 0)));
  });

  test('a refusal comes back as it is', () => {
    const { kernel } = kernelWith({ ioctl: () => -ERRNO.EINVAL });
    expect(kernel.attach(DEVICE, 1, 9)).toBe(-ERRNO.EINVAL);
    expect(kernel.replace(DEVICE, 1, 9)).toBe(-ERRNO.EINVAL);
    expect(kernel.detach(DEVICE, 1)).toBe(-ERRNO.EINVAL);
  });

  test.each([-1, 2 ** 20, 2 ** 32 + 5, 1.5, Number.NaN])('%d is no PASID and never reaches the kernel', (pasid) => {
    const { kernel, syscalls } = kernelWith();
    expect(() => kernel.attach(DEVICE, pasid, 9)).toThrow(BugError);
    expect(() => kernel.replace(DEVICE, pasid, 9)).toThrow(BugError);
    expect(() => kernel.detach(DEVICE, pasid)).toThrow(BugError);
    expect(syscalls.calls).toEqual([]);
  });

  test('the last PASID of 20 bits is one', () => {
    const { kernel, syscalls } = kernelWith();
    kernel.attach(DEVICE, 2 ** 20 - 1, 9);
    expect(syscalls.calls).toEqual([ioctl(20, ATTACH, words(16, 1, 9, 0xfffff))]);
  });

  test('a device of the mock is refused as our mistake', () => {
    const { kernel } = kernelWith();
    expect(() => kernel.attach({ kind: 'mock', iommufd: 3, stdevId: 1, devId: 2 }, 1, 9)).toThrow(BugError);
  });

  test('nothing on VFIO can tell what a PASID is attached to', () => {
    const { kernel, syscalls } = kernelWith();
    expect(kernel.witness(DEVICE, 5, 9)).toBe('unknown');
    expect(syscalls.calls).toEqual([]);
  });
});

describe('bind and release', () => {
  const BIND = VFIO_REQUEST.VFIO_DEVICE_BIND_IOMMUFD;

  test('a device is bound through its own device file', () => {
    const { kernel, syscalls } = kernelWith({
      open: () => 20,
      ioctl(_fd, _request, bytes) {
        new DataView(bytes.buffer).setUint32(12, 2, true);
        return 0;
      },
    });
    expect(bind(kernel, 'vfio3')).toEqual({ kind: 'vfio', fd: 20, devId: 2 });
    expect(syscalls.calls).toEqual([
      { call: 'open', path: '/dev/vfio/devices/vfio3' },
      ioctl(20, BIND, words(24, 0, 10, 0, 0, 0)),
    ]);
  });

  test('release closes the device file', () => {
    const { kernel, syscalls } = kernelWith();
    expect(kernel.releaseDevice(DEVICE)).toBe(0);
    expect(syscalls.calls).toEqual([{ call: 'close', fd: 20 }]);
  });

  test('a refused bind closes the device file and gives the kernel’s answer', () => {
    const { kernel, syscalls } = kernelWith({ open: () => 20, ioctl: () => -ERRNO.EPERM });
    expect(bind(kernel, 'vfio3')).toBe(-ERRNO.EPERM);
    expect(syscalls.calls.at(-1)).toEqual({ call: 'close', fd: 20 });
  });

  test.each([null, '', '../iommu', 'vfio3/x', 'vfio'])('%j names no device file: ENODEV, nothing opened', (name) => {
    const { kernel, syscalls } = kernelWith();
    expect(bind(kernel, name)).toBe(-ERRNO.ENODEV);
    expect(syscalls.calls).toEqual([]);
  });

  test('whichever call of a bind fails, nothing stays open', () => {
    for (let nth = 1; ; nth++) {
      const { syscalls, fired, leftovers } = countingKernel(nth);
      const bound = bind(vfioKernel(syscalls, 'kernel'), 'vfio3');
      if (!fired()) {
        expect(nth).toBe(3);
        break;
      }
      expect(bound).toBe(-ERRNO.ENOMEM);
      expect(leftovers()).toEqual([]);
    }
  });
});

describe('iommufd', () => {
  test('a context is /dev/iommu', () => {
    const { kernel, syscalls } = kernelWith({ open: () => 10 });
    expect(kernel.openIommufd()).toBe(10);
    expect(syscalls.calls).toEqual([{ call: 'open', path: '/dev/iommu' }]);
  });

  test('an IOAS id is read from the answer', () => {
    const { kernel, syscalls } = kernelWith({ ioctl: giving(iommu_ioas_alloc.offset.out_ioas_id, 4) });
    expect(kernel.allocIoas(10)).toBe(4);
    expect(kernel.allocIoas(10)).toBe(4);
    const sent = ioctl(10, IOMMUFD_REQUEST.IOMMU_IOAS_ALLOC, words(12, 0, 0));
    expect(syscalls.calls).toEqual([sent, sent]);
  });

  test('an id above 2^31 is not mistaken for an errno', () => {
    const { kernel } = kernelWith({ ioctl: giving(iommu_ioas_alloc.offset.out_ioas_id, 0xffff_fff0) });
    expect(kernel.allocIoas(10)).toBe(0xffff_fff0);
  });

  test('a file is mapped readable and writable at a fixed address', () => {
    const { kernel, syscalls } = kernelWith();
    const map = { ioas: 4, file: 9, offsetBytes: 0x1000n, lengthBytes: 0x8000_0000n, iova: 0x1_0000_0000n };
    expect(kernel.mapFile(10, map)).toBe(0);
    expect(syscalls.calls).toEqual([
      ioctl(10, IOMMUFD_REQUEST.IOMMU_IOAS_MAP_FILE, words(40, 7, 4, 9, 0x1000, 0, 0x8000_0000, 0, 0, 1)),
    ]);
  });

  test('unmap takes 64-bit addresses and lengths whole', () => {
    const { kernel, syscalls } = kernelWith();
    kernel.unmap(10, 4, 0xffff_0000_1234_5000n, 2n ** 64n - 1n);
    const sent = words(24, 4, 0x1234_5000, 0xffff_0000, 0xffff_ffff, 0xffff_ffff);
    expect(syscalls.calls).toEqual([ioctl(10, IOMMUFD_REQUEST.IOMMU_IOAS_UNMAP, sent)]);
  });

  test.each([-1n, 2n ** 64n])('an address of %d is our mistake', (iova) => {
    const { kernel, syscalls } = kernelWith();
    expect(() => kernel.unmap(10, 4, iova, 4096n)).toThrow(BugError);
    expect(syscalls.calls).toEqual([]);
  });

  test.each([
    { pasid: true, nesting: true, flags: 0x9 },
    { pasid: false, nesting: true, flags: 0x1 },
    { pasid: true, nesting: false, flags: 0x8 },
  ])('the HWPT of guest memory (pasid: $pasid, nesting: $nesting) has no vendor data', ({ pasid, nesting, flags }) => {
    const { kernel, syscalls } = kernelWith({ ioctl: giving(iommu_hwpt_alloc.offset.out_hwpt_id, 6) });
    expect(kernel.allocNestParent(10, { devId: 2, ioas: 4, pasid, nesting })).toBe(6);
    const sent = words(48, flags, 2, 4, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(syscalls.calls).toEqual([ioctl(10, IOMMUFD_REQUEST.IOMMU_HWPT_ALLOC, sent)]);
  });

  test('destroy tries a busy object again, three times and no more', () => {
    const { kernel, syscalls } = kernelWith({ ioctl: () => -ERRNO.EBUSY });
    expect(kernel.destroy(10, 6)).toBe(-ERRNO.EBUSY);
    const sent = ioctl(10, IOMMUFD_REQUEST.IOMMU_DESTROY, words(8, 6));
    expect(syscalls.calls).toEqual([sent, sent, sent, sent]);
  });

  test('destroy ends with the first answer that is not EBUSY', () => {
    const answers = [-ERRNO.EBUSY, 0];
    const { kernel, syscalls } = kernelWith({ ioctl: () => answers.shift() ?? -ERRNO.ENOENT });
    expect(kernel.destroy(10, 6)).toBe(0);
    expect(syscalls.calls).toHaveLength(2);
  });
});

describe('first stages of VT-d', () => {
  function dataOf(stage: FirstStage): { readonly sent: number[]; readonly data: string } {
    let data = '';
    const { kernel, syscalls } = kernelWith({
      ioctl(_fd, _request, bytes) {
        data = Buffer.from(syscalls.at(iommu_hwpt_alloc.decode(bytes).data_uptr)).toString('hex');
        return giving(iommu_hwpt_alloc.offset.out_hwpt_id, 8)(_fd, _request, bytes);
      },
    });
    expect(kernel.allocFirstStage(10, { devId: 2, parent: 6, pasid: true, stage })).toBe(8);
    const [call] = syscalls.calls;
    const hex = call?.call === 'ioctl' ? call.hex : '';
    return { sent: [...new Uint32Array(new Uint8Array(Buffer.from(hex, 'hex')).buffer)], data };
  }

  test('the page table goes to the kernel whole, 48 bits wide, without flags', () => {
    const { sent, data } = dataOf(STAGE);
    expect(sent.slice(0, 8)).toEqual([48, 0x8, 2, 6, 0, 0, 1, 24]);
    expect(data).toBe(words(0, 0, 0x1234_5000, 0xffff_0000, 48, 0));
  });

  test.each([
    { flag: 'supervisor', bit: 1 },
    { flag: 'extendedAccess', bit: 2 },
    { flag: 'writeProtect', bit: 4 },
  ])('$flag is bit $bit', ({ flag, bit }) => {
    const { data } = dataOf({ ...STAGE, addressWidth: 57, [flag]: true });
    expect(data).toBe(words(bit, 0, 0x1234_5000, 0xffff_0000, 57, 0));
  });
});

describe('hardware information', () => {
  const HANDLE = { ...DEVICE, devId: 12 };

  function answering(type: number, vendor: Uint8Array): Kernel {
    const { kernel, syscalls } = kernelWith({
      ioctl(_fd, _request, bytes) {
        const asked = iommu_hw_info.decode(bytes);
        expect(asked).toMatchObject({ size: 40, flags: 0, dev_id: 12, data_len: 24, in_data_type: 0 });
        expect(asked.out_max_pasid_log2).toBe(0);
        syscalls.at(asked.data_uptr).set(vendor);
        const answer = { ...asked, out_data_type: type, in_data_type: type, out_max_pasid_log2: 16 };
        bytes.set(iommu_hw_info.encode({ ...answer, data_len: vendor.length, out_capabilities: 9n }));
        return 0;
      },
    });
    return kernel;
  }

  const blank = (): HwInfo => ({ type: 0, maxPasidLog2: 0, capabilities: 0n, cap: 5n, ecap: 5n });

  test('VT-d’s registers are decoded, twice the same', () => {
    const vendor = iommu_hw_info_vtd.encode({ flags: 1, cap_reg: 0xd2008c222f0686n, ecap_reg: 2n ** 63n });
    const kernel = answering(1, vendor);
    const info = blank();
    kernel.hwInfo(10, HANDLE, blank());
    expect(kernel.hwInfo(10, HANDLE, info)).toBe(0);
    expect(info).toEqual({ type: 1, maxPasidLog2: 16, capabilities: 9n, cap: 0xd2008c222f0686n, ecap: 2n ** 63n });
  });

  test('another vendor’s answer is not read as registers', () => {
    const info = blank();
    answering(2, new Uint8Array(24).fill(0xff)).hwInfo(10, HANDLE, info);
    expect(info).toMatchObject({ type: 2, cap: 0n, ecap: 0n });
  });

  test('a refusal leaves the caller’s answer alone', () => {
    const { kernel } = kernelWith({ ioctl: () => -ERRNO.ENOENT });
    const info = blank();
    expect(kernel.hwInfo(10, HANDLE, info)).toBe(-ERRNO.ENOENT);
    expect(info).toEqual(blank());
  });
});

test('VFIO resets through the device file, without a struct', () => {
  const syscalls = recordingSyscalls();
  expect(vfioKernel(syscalls, 'kernel').resetDevice({ kind: 'vfio', fd: 20, devId: 2 })).toBe(0);
  expect(syscalls.calls).toEqual([{ call: 'ioctl', fd: 20, request: VFIO_REQUEST.VFIO_DEVICE_RESET, hex: '' }]);
});

function giving(at: number, value: number): (fd: number, request: number, bytes: Uint8Array) => number {
  return (_fd, _request, bytes) => {
    new DataView(bytes.buffer).setUint32(at, value, true);
    return 0;
  };
}
