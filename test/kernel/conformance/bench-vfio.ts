/** VFIO device files. */

import assert from 'node:assert/strict';
import type { Pointer, Result } from '../../../src/kernel/syscalls.ts';
import type { ErrnoName } from '../../../src/uapi/errno.ts';
import type { Values } from '../../../src/uapi/layout.ts';
import {
  VFIO_DEVICE_PASID_FLAG,
  VFIO_REQUEST,
  vfio_device_attach_iommufd_pt,
  vfio_device_bind_iommufd,
  vfio_device_detach_iommufd_pt,
} from '../../../src/uapi/vfio.ts';
import type { BenchCore } from './bench-core.ts';

type BindValues = Partial<Values<typeof vfio_device_bind_iommufd.fields>>;

export interface VfioDevice {
  readonly fd: number;
  readonly dev: number;
}

export interface VfioPaths {
  readonly vfioPath: string | null;
  readonly siblingPath: string;
}

export function vfioCalls(core: BenchCore, { vfioPath, siblingPath }: VfioPaths) {
  const { callOn, expectOk, expectErrno, syscalls } = core;

  function openVfio(): number {
    assert.ok(vfioPath !== null, 'this machine has no vfio device for tests');
    return core.closeLater(expectOk(syscalls.open(vfioPath, 'read-write')));
  }

  const openSibling = (): number => core.closeLater(expectOk(syscalls.open(siblingPath, 'read-write')));

  function tryBind(fd: number, values: BindValues = {}): { result: Result; dev: number } {
    const { result, out } = callOn(fd, VFIO_REQUEST.VFIO_DEVICE_BIND_IOMMUFD, {
      struct: vfio_device_bind_iommufd,
      values: { iommufd: core.iommufd(), ...values },
    });
    return { result, dev: out.out_devid };
  }

  function bound(fd: number): VfioDevice {
    const { result, dev } = tryBind(fd);
    expectOk(result);
    return { fd, dev };
  }

  /** The HWPT used. */
  function tryAttach(fd: number, pt: number, pasid: number | null = null): Result {
    const { result, out } = callOn(fd, VFIO_REQUEST.VFIO_DEVICE_ATTACH_IOMMUFD_PT, {
      struct: vfio_device_attach_iommufd_pt,
      values: { pt_id: pt, ...withPasid(pasid) },
    });
    return result < 0 ? result : out.pt_id;
  }

  function tryDetach(fd: number, pasid: number | null = null): Result {
    return callOn(fd, VFIO_REQUEST.VFIO_DEVICE_DETACH_IOMMUFD_PT, {
      struct: vfio_device_detach_iommufd_pt,
      values: withPasid(pasid),
    }).result;
  }

  return {
    openVfio,
    openSibling,
    tryBind,
    tryAttach,
    bindFails: (errno: ErrnoName, fd: number, values: BindValues): void =>
      expectErrno(errno, tryBind(fd, values).result),
    /** The device, open and bound to the case's iommufd. */
    bindVfio(): VfioDevice {
      return bound(openVfio());
    },
    /** The other device of its group, likewise. */
    bindSibling(): VfioDevice {
      return bound(openSibling());
    },
    /** Without a PASID: the RID. */
    attach: (fd: number, pt: number, pasid?: number): number => expectOk(tryAttach(fd, pt, pasid)),
    attachFails: (errno: ErrnoName, fd: number, { pt, pasid }: { pt: number; pasid?: number }): void =>
      expectErrno(errno, tryAttach(fd, pt, pasid)),
    detach: (fd: number, pasid?: number): void => void expectOk(tryDetach(fd, pasid)),
    vfioIoctl: (fd: number, request: number, argument: Pointer): Result => syscalls.ioctl(fd, request, argument),
  };
}

function withPasid(pasid: number | null): { flags?: number; pasid?: number } {
  return pasid === null ? {} : { flags: VFIO_DEVICE_PASID_FLAG, pasid };
}
