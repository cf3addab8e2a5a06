/** IOMMU groups of several devices. Source: iommufd/device.c iommufd_device_do_replace; drivers/iommu/iommu.c iommu_device_claim_dma_owner. */

import type { Bench } from './bench.ts';
import type { ConformanceCase } from './case.ts';

/** Both devices of a group, bound, and two HWPTs. */
function pairFixture(b: Bench) {
  const [a, sibling] = [b.bindVfio(), b.bindSibling()];
  const ioas = b.ioasAlloc();
  const alloc = (): number => b.hwptAlloc({ dev: a.dev, pt: ioas });
  return { a, sibling, h1: alloc(), h2: alloc() };
}

export const GROUPS: readonly ConformanceCase[] = [
  {
    number: 48,
    title: 'a device whose group has another one on a driver of its own cannot be bound',
    needs: 'busy-sibling',
    run(b) {
      b.bindFails('EPERM', b.openVfio(), {});
    },
  },
  {
    number: 48,
    title: 'a device whose group has another one in another iommufd cannot be bound',
    needs: 'pair',
    run(b) {
      b.bindVfio();
      const other = b.closeLater(b.expectOk(b.syscalls.open('/dev/iommu', 'read-write')));
      const sibling = b.openSibling();
      b.bindFails('EPERM', sibling, { iommufd: other });
      b.bindFails('EINVAL', sibling, { iommufd: -1 });
      b.expectOk(b.tryBind(sibling).result);
    },
  },
  {
    number: 49,
    title: 'the devices of a group share one HWPT, and a replace through either moves both',
    needs: 'pair',
    run(b) {
      const { a, sibling, h1, h2 } = pairFixture(b);
      b.attach(a.fd, h1);
      b.attachFails('EINVAL', sibling.fd, { pt: h2 });
      b.attach(sibling.fd, h1);
      b.attach(sibling.fd, h2);
      b.destroy(h1);
      b.destroyFails('EBUSY', h2);
    },
  },
  {
    number: 50,
    title: 'a group stays on its HWPT until its last device is detached',
    needs: 'pair',
    run(b) {
      const { a, sibling, h1, h2 } = pairFixture(b);
      for (const { fd } of [a, sibling]) b.attach(fd, h2);
      b.detach(a.fd);
      b.destroyFails('EBUSY', h2);
      b.attachFails('EINVAL', a.fd, { pt: h1 });
      b.detach(sibling.fd);
      b.destroy(h2);
    },
  },
  {
    number: 41,
    title: 'without interrupt remapping a device cannot be bound',
    needs: 'no-remapping',
    run(b) {
      b.bindFails('EPERM', b.openVfio(), {});
    },
  },
];
