/** Ids and who keeps whom from being destroyed. Source: iommufd/main.c iommufd_object_remove; hw_pagetable.c. */

import assert from 'node:assert/strict';
import type { ConformanceCase } from './case.ts';
import { FAULT_ID_VALID, mockFixture, mockOnIoas, NEST_PARENT, PASID } from './fixture.ts';

export const IDS: readonly ConformanceCase[] = [
  {
    number: 5,
    title: 'ids are the lowest free ones, from 1, and are used again at once',
    needs: 'iommufd',
    run(b) {
      assert.deepEqual([b.ioasAlloc(), b.ioasAlloc()], [1, 2]);
      b.destroy(1);
      assert.equal(b.ioasAlloc(), 1);
    },
  },
  {
    number: 6,
    title: 'destroying id 0 or an unknown id is ENOENT',
    needs: 'iommufd',
    run(b) {
      b.destroyFails('ENOENT', 0);
      b.destroyFails('ENOENT', 0x1234);
    },
  },
  {
    number: 7,
    title: 'a HWPT keeps its IOAS, mappings do not',
    needs: 'mock',
    run(b) {
      const { ioas } = mockOnIoas(b);
      b.destroyFails('EBUSY', ioas);
      const other = b.ioasAlloc();
      b.map({ ioas: other, address: b.memory(4096), length: 4096n, iova: 0x100_0000n });
      b.destroy(other);
    },
  },
  {
    number: 8,
    title: 'a bound device cannot be destroyed; its id goes when its driver lets go',
    needs: 'mock',
    run(b) {
      const { dev } = mockOnIoas(b);
      b.destroyFails('EBUSY', dev.idev);
      b.destroy(dev.stdev);
      b.destroyFails('ENOENT', dev.idev);
    },
  },
  {
    number: 9,
    title: 'an automatic HWPT is busy while attached and gone with its last attachment',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      b.destroyFails('EBUSY', dev.hwpt);
      b.replaceRid(dev.stdev, b.hwptAlloc({ dev: dev.idev, pt: ioas }));
      b.destroyFails('ENOENT', dev.hwpt);
    },
  },
  {
    number: 10,
    title: 'a nested HWPT keeps its parent',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const par = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: NEST_PARENT });
      const child = b.hwptAlloc({ dev: dev.idev, pt: par, data: b.mockData() });
      b.destroyFails('EBUSY', par);
      b.destroy(child);
      b.destroy(par);
    },
  },
  {
    number: 11,
    title: 'a HWPT that only a PASID uses is busy until it is replaced',
    needs: 'mock',
    run(b) {
      const { dev, parp, s2, n0 } = mockFixture(b);
      b.replaceRid(dev.stdev, parp);
      b.attachPasid(dev.stdev, 1, s2);
      b.destroyFails('EBUSY', s2);
      b.replacePasid(dev.stdev, 1, n0);
      b.destroy(s2);
    },
  },
  {
    number: 12,
    title: 'a fault queue is kept by its fd and by each HWPT made with it',
    needs: 'mock',
    run(b) {
      const { ioas, dev } = mockOnIoas(b);
      const queue = b.faultQueue();
      b.destroyFails('EBUSY', queue.id);
      const hwpt = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: FAULT_ID_VALID | PASID, fault: queue.id });
      b.close(queue.fd);
      b.destroyFails('EBUSY', queue.id);
      b.destroy(hwpt);
      b.destroy(queue.id);
    },
  },
  {
    number: 14,
    title: 'a fault fd keeps the context when the iommufd is closed',
    needs: 'iommufd',
    run(b) {
      const { fd } = b.faultQueue();
      b.closeIommufd();
      assert.equal(b.syscalls.read(fd, new Uint8Array(40)), 0);
    },
  },
  {
    number: 80,
    title: 'an invalidation of no entries tells a missing id from one of another kind',
    needs: 'iommufd',
    run(b) {
      const ioas = b.ioasAlloc();
      b.expectErrno('ENOENT', b.invalidate({ hwpt: 0x1234, type: 0x7777, entries: [] }).result);
      b.expectErrno('EINVAL', b.invalidate({ hwpt: ioas, type: 0x7777, entries: [] }).result);
    },
  },
];
