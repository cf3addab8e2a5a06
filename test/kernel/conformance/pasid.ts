/** Which HWPT may be on the RID and on PASIDs, and when. Source: iommufd/device.c iommufd_hwpt_pasid_compat, iommu_attach_device_pasid. */

import { PASID_LIMIT } from '../../../src/model/pasid.ts';
import { MOCK } from '../../../src/uapi/selftest.ts';
import type { ConformanceCase } from './case.ts';
import { mockFixture, vfioFixture } from './fixture.ts';

const UNKNOWN = 0x1234;

export const PASIDS: readonly ConformanceCase[] = [
  {
    number: 22,
    title: 'no PASID can be attached while the RID is on an IOAS',
    needs: 'mock',
    run(b) {
      const { dev, s2 } = mockFixture(b);
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: 1, pt: s2 });
    },
  },
  {
    number: 22,
    title: 'no PASID can be attached while the RID is on an IOAS, not even where it would do nothing',
    needs: 'vfio',
    run(b) {
      const { fd, ioas, s2 } = vfioFixture(b);
      b.attach(fd, ioas);
      b.attachFails('EINVAL', fd, { pt: s2, pasid: 1 });
    },
  },
  {
    number: 23,
    title: 'the HWPT on the RID needs the PASID flag itself; the parent of a nested one does not',
    needs: 'mock',
    run(b) {
      const { dev, par, parp, s2, n0 } = mockFixture(b);
      b.replaceRid(dev.stdev, par);
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: 1, pt: s2 });
      b.replaceRid(dev.stdev, parp);
      b.attachPasid(dev.stdev, 1, n0);
      b.checkPasid(dev.stdev, 1, n0);
    },
  },
  {
    number: 24,
    title: 'a HWPT without the PASID flag cannot be attached to a PASID, nested or not',
    needs: 'mock',
    run(b) {
      const { dev, s2, nn, np } = mockFixture(b);
      b.replaceRid(dev.stdev, s2);
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: 1, pt: nn });
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: 1, pt: np });
      b.checkPasid(dev.stdev, 1, 0);
    },
  },
  {
    number: 25,
    title: 'while a PASID is attached the RID takes only HWPTs with the PASID flag',
    needs: 'mock',
    run(b) {
      const { ioas, dev, par, parp, s2 } = mockFixture(b);
      b.replaceRid(dev.stdev, parp);
      b.attachPasid(dev.stdev, 1, s2);
      b.replaceRidFails('EINVAL', dev.stdev, par);
      b.replaceRidFails('EINVAL', dev.stdev, ioas);
      b.replaceRid(dev.stdev, s2);
      b.detachPasid(dev.stdev, 1);
      b.replaceRid(dev.stdev, ioas);
    },
  },
  {
    number: 26,
    title: 'an IOAS is refused on a PASID: EINVAL on a free one, EBUSY on one that the device has',
    needs: 'mock',
    run(b) {
      const { ioas, dev, s2 } = mockFixture(b);
      b.replaceRid(dev.stdev, s2);
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: 1, pt: ioas });
      b.attachPasid(dev.stdev, 1, s2);
      b.attachPasidFails('EBUSY', dev.stdev, { pasid: 1, pt: ioas });
    },
  },
  {
    number: 27,
    title: 'a bare second attach is EBUSY, whatever the HWPT',
    needs: 'mock',
    run(b) {
      const { dev, s2, n0, np } = mockFixture(b);
      b.replaceRid(dev.stdev, s2);
      b.attachPasid(dev.stdev, 1, s2);
      for (const pt of [s2, n0, np]) b.attachPasidFails('EBUSY', dev.stdev, { pasid: 1, pt });
    },
  },
  {
    number: 28,
    title: 'replace needs something to replace, does nothing for the same HWPT, and leaves the old one when refused',
    needs: 'mock',
    run(b) {
      const { ioas, dev, s2, n0, np } = mockFixture(b);
      b.replaceRid(dev.stdev, s2);
      b.replacePasidFails('EINVAL', dev.stdev, { pasid: 1, pt: s2 });
      b.attachPasid(dev.stdev, 1, n0);
      b.replacePasid(dev.stdev, 1, n0);
      b.replacePasidFails('EINVAL', dev.stdev, { pasid: 1, pt: np });
      b.replacePasidFails('EINVAL', dev.stdev, { pasid: 1, pt: ioas });
      b.checkPasid(dev.stdev, 1, n0);
      b.replacePasid(dev.stdev, 1, s2);
      b.checkPasid(dev.stdev, 1, s2);
    },
  },
  {
    number: 29,
    title: 'the last PASID is one below the limit of the device',
    needs: 'mock',
    run(b) {
      const { dev, s2 } = mockFixture(b);
      b.replaceRid(dev.stdev, s2);
      b.attachPasid(dev.stdev, PASID_LIMIT - 1, s2);
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: PASID_LIMIT, pt: s2 });
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: 0xffff_ffff, pt: s2 });
    },
  },
  {
    number: 30,
    title: 'VFIO refuses PASIDs of 2^31 and more with ENOSPC before it looks at the HWPT',
    needs: 'vfio',
    run(b) {
      const { fd } = vfioFixture(b);
      b.attachFails('ENOSPC', fd, { pt: UNKNOWN, pasid: 0x8000_0000 });
    },
  },
  {
    number: 31,
    title: 'a mock device without PASIDs refuses them',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockFixture(b);
      const plain = b.mockDomain(ioas, 0);
      const s2 = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: 8 });
      b.replaceRid(plain.stdev, s2);
      b.attachPasidFails('EINVAL', plain.stdev, { pasid: 5, pt: s2 });
    },
  },
  {
    number: 32,
    title: 'a PCI device without PASID capability accepts a PASID, which then counts for the RID',
    needs: 'vfio',
    run(b) {
      const { fd, s2, np } = vfioFixture(b);
      b.attach(fd, s2);
      b.attach(fd, s2, 5);
      b.attachFails('EINVAL', fd, { pt: np });
    },
  },
  {
    number: 33,
    title: 'PASIDs need no RID, but then decide what the RID may be attached to',
    needs: 'mock',
    run(b) {
      const { dev, s2, np } = mockFixture(b);
      b.detachPasid(dev.stdev, 0);
      b.attachPasid(dev.stdev, 1, s2);
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: 0, pt: np });
      b.attachPasid(dev.stdev, 0, s2);
    },
  },
  {
    number: 34,
    title: 'PASID 0 is the RID behind its own back',
    needs: 'vfio',
    run(b) {
      const { fd, s2, np } = vfioFixture(b);
      b.attach(fd, s2);
      b.attachFails('EBUSY', fd, { pt: np, pasid: 0 });
      b.detach(fd);
      b.attach(fd, np, 0);
      b.attachFails('EBUSY', fd, { pt: s2 });
      b.detach(fd);
      b.destroyFails('EBUSY', np);
      b.detach(fd, 0);
      b.destroy(np);
    },
  },
  {
    number: 35,
    title: 'detaching a PASID that is not attached succeeds',
    needs: 'mock',
    run(b) {
      const { dev } = mockFixture(b);
      b.detachPasid(dev.stdev, 9);
    },
  },
  {
    number: 35,
    title: 'detaching a PASID, or a RID, that is not attached succeeds through VFIO too',
    needs: 'vfio',
    run(b) {
      const { fd } = vfioFixture(b);
      b.detach(fd, 9);
      b.detach(fd);
    },
  },
  {
    number: 36,
    title: 'a missing target is ENOENT, one of another kind EINVAL, and a device id is no test device',
    needs: 'mock',
    run(b) {
      const { dev, s2 } = mockFixture(b);
      b.attachPasidFails('ENOENT', dev.stdev, { pasid: 1, pt: UNKNOWN });
      b.attachPasidFails('EINVAL', dev.stdev, { pasid: 1, pt: dev.idev });
      b.attachPasidFails('ENOENT', dev.idev, { pasid: 1, pt: s2 });
    },
  },
  {
    number: 37,
    title: 'PASID 1024 of the mock refuses every second replace and keeps the old HWPT',
    needs: 'mock',
    run(b) {
      const { dev, parp, s2 } = mockFixture(b);
      const pasid = MOCK.RIGGED_PASID;
      b.replaceRid(dev.stdev, s2);
      b.attachPasid(dev.stdev, pasid, s2);
      b.replacePasidFails('ENOMEM', dev.stdev, { pasid, pt: parp });
      b.checkPasid(dev.stdev, pasid, s2);
      b.replacePasid(dev.stdev, pasid, parp);
      b.replacePasidFails('ENOMEM', dev.stdev, { pasid, pt: s2 });
      b.checkPasid(dev.stdev, pasid, parp);
    },
  },
  {
    number: 38,
    title: 'a mock device that goes with a PASID attached leaves its id behind, busy for ever',
    needs: 'warning',
    run(b) {
      const { dev, parp, s2 } = mockFixture(b);
      b.replaceRid(dev.stdev, parp);
      b.attachPasid(dev.stdev, 1, s2);
      b.destroy(dev.stdev);
      b.destroyFails('EBUSY', dev.idev);
    },
  },
];
