/** VFIO device files. Source: vfio/device_cdev.c, vfio/iommufd.c. */

import assert from 'node:assert/strict';
import {
  VFIO_REQUEST,
  vfio_device_attach_iommufd_pt,
  vfio_device_bind_iommufd,
  vfio_device_info,
} from '../../../src/uapi/vfio.ts';
import type { ConformanceCase } from './case.ts';
import { FAULT_ID_VALID, mockOnIoas, PASID, vfioFixture } from './fixture.ts';

const { VFIO_DEVICE_GET_INFO, VFIO_DEVICE_RESET, VFIO_DEVICE_BIND_IOMMUFD, VFIO_DEVICE_ATTACH_IOMMUFD_PT } =
  VFIO_REQUEST;
const NO_SUCH_FD = 9999;
const UNKNOWN_REQUEST = 0x3b7f;

export const VFIO: readonly ConformanceCase[] = [
  {
    number: 39,
    title: 'before BIND every other ioctl is EINVAL',
    needs: 'vfio',
    run(b) {
      const fd = b.openVfio();
      const info = vfio_device_info.encode({ argsz: vfio_device_info.sizeBytes });
      b.expectErrno('EINVAL', b.vfioIoctl(fd, VFIO_DEVICE_GET_INFO, info));
      b.expectErrno('EINVAL', b.vfioIoctl(fd, VFIO_DEVICE_RESET, info));
      b.expectErrno('EINVAL', b.vfioIoctl(fd, UNKNOWN_REQUEST, info));
      b.attachFails('EINVAL', fd, { pt: 1 });
    },
  },
  {
    number: null,
    title: 'after BIND the device tells about itself, and unknown ioctls are ENOTTY',
    needs: 'vfio',
    run(b) {
      const { fd } = b.bindVfio();
      const info = vfio_device_info.encode({ argsz: vfio_device_info.sizeBytes });
      b.expectOk(b.vfioIoctl(fd, VFIO_DEVICE_GET_INFO, info));
      assert.ok(vfio_device_info.decode(info).num_regions >= 9);
      b.expectErrno('ENOTTY', b.vfioIoctl(fd, UNKNOWN_REQUEST, info));
    },
  },
  {
    number: 40,
    title: 'BIND refuses what it cannot make sense of, and leaves the file unbound',
    needs: 'vfio',
    run(b) {
      const fd = b.openVfio();
      b.bindFails('EINVAL', fd, { argsz: 15 });
      b.bindFails('EINVAL', fd, { flags: 2 });
      b.bindFails('EINVAL', fd, { iommufd: -1 });
      b.bindFails('EBADF', fd, { iommufd: NO_SUCH_FD });
      b.bindFails('EBADFD', fd, { iommufd: b.memfd(4096) });
      const token = b.pointer(new Uint8Array(16));
      b.bindFails('EINVAL', fd, { flags: 1, token_uuid_ptr: token });
      b.expectErrno('E2BIG', b.vfioIoctl(fd, VFIO_DEVICE_BIND_IOMMUFD, longBind(b.iommufd(), 1)));
      b.expectOk(b.vfioIoctl(fd, VFIO_DEVICE_BIND_IOMMUFD, longBind(b.iommufd(), 0)));
      b.bindFails('EINVAL', fd, {});
      b.bindFails('EINVAL', b.openVfio(), {});
    },
  },
  {
    number: 42,
    title: 'ATTACH wants its size, the PASID within it, and no other flag',
    needs: 'vfio',
    run(b) {
      const { fd, s2 } = vfioFixture(b);
      const attach = (argsz: number, flags: number): number =>
        b.vfioIoctl(
          fd,
          VFIO_DEVICE_ATTACH_IOMMUFD_PT,
          vfio_device_attach_iommufd_pt.encode({ argsz, flags, pt_id: s2, pasid: 1 }),
        );
      b.expectErrno('EINVAL', attach(11, 0));
      b.expectErrno('EINVAL', attach(12, 1));
      b.expectErrno('EINVAL', attach(16, 2));
      b.expectOk(attach(12, 0));
    },
  },
  {
    number: 43,
    title: 'a second ATTACH of the RID replaces',
    needs: 'vfio',
    run(b) {
      const { fd, s2, np } = vfioFixture(b);
      b.attach(fd, s2);
      b.attach(fd, np);
      b.destroy(s2);
      b.destroyFails('EBUSY', np);
    },
  },
  {
    number: 43,
    title: 'a bare second attach of the RID is EBUSY',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const other = b.hwptAlloc({ dev: dev.idev, pt: ioas });
      b.attachPasidFails('EBUSY', dev.stdev, { pasid: 0, pt: other });
    },
  },
  {
    number: 44,
    title: 'ATTACH of an IOAS tells the automatic HWPT that it used',
    needs: 'vfio',
    run(b) {
      const { fd, ioas } = vfioFixture(b);
      const hwpt = b.attach(fd, ioas);
      assert.notEqual(hwpt, ioas);
      b.destroyFails('EBUSY', hwpt);
      b.detach(fd);
      b.destroyFails('ENOENT', hwpt);
    },
  },
  {
    number: 45,
    title: 'when a PASID ATTACH cannot be answered the PASID stays and the RID is detached',
    needs: 'vfio',
    run(b) {
      const { fd, dev, ioas, s2 } = vfioFixture(b);
      const rid = b.hwptAlloc({ dev, pt: ioas, flags: PASID });
      b.attach(fd, rid);
      const file = b.memfd(4096);
      b.expectOk(
        b.syscalls.write(file, vfio_device_attach_iommufd_pt.encode({ argsz: 16, flags: 1, pt_id: s2, pasid: 5 })),
      );
      const page = b.memory(4096, { protection: 'read', sharing: 'shared', fd: file });
      b.expectErrno('EFAULT', b.vfioIoctl(fd, VFIO_DEVICE_ATTACH_IOMMUFD_PT, page));
      b.destroy(rid);
      b.destroyFails('EBUSY', s2);
    },
  },
  {
    number: 46,
    title: 'a bound device keeps the context alive, but only the old iommufd could name its objects',
    needs: 'vfio',
    run(b) {
      const { fd, s2, np } = vfioFixture(b);
      b.attach(fd, s2);
      b.closeIommufd();
      b.attach(fd, np);
      b.destroyFails('ENOENT', s2);
    },
  },
  {
    number: 47,
    title: 'the device id goes when the device file is closed',
    needs: 'vfio',
    run(b) {
      const { fd, dev, ioas } = vfioFixture(b);
      b.close(fd);
      b.expectErrno('ENOENT', b.hwInfo({ dev_id: dev }).result);
      b.hwptAllocFails('ENOENT', { dev, pt: ioas });
    },
  },
  {
    number: 66,
    title: 'a HWPT with a fault queue is refused by a device without page requests; detach and attach heal the RID',
    needs: 'vfio',
    run(b) {
      const { fd, dev, ioas, s2 } = vfioFixture(b);
      const { id } = b.faultQueue();
      const faulty = b.hwptAlloc({ dev, pt: ioas, flags: FAULT_ID_VALID, fault: id });
      b.attach(fd, s2);
      b.attachFails('ENODEV', fd, { pt: faulty });
      b.attach(fd, s2);
      b.detach(fd);
      b.attach(fd, s2);
    },
  },
];

/** 32 bytes that say so, with a last byte that the kernel has no field for. */
function longBind(iommufd: number, last: number): Uint8Array {
  const bytes = new Uint8Array(32);
  bytes.set(vfio_device_bind_iommufd.encode({ argsz: 32, iommufd }));
  bytes[31] = last;
  return bytes;
}
