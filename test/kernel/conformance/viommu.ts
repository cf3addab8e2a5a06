/** VIOMMUs of the mock, their devices and events. Source: iommufd/viommu.c, eventq.c; selftest.c mock_domain_nop_attach. */

import assert from 'node:assert/strict';
import { POLLIN, POLLOUT } from '../../../src/kernel/syscalls.ts';
import type { Bench } from './bench.ts';
import type { ConformanceCase } from './case.ts';
import { mockOnIoas, NEST_PARENT, PASID } from './fixture.ts';

const EVENT_BYTES = 12;

/** A mock device, a VIOMMU on a nest parent, and a nested HWPT made through it. */
function virtual(b: Bench) {
  const { ioas, dev } = mockOnIoas(b);
  const par = b.hwptAlloc({ dev: dev.idev, pt: ioas, flags: NEST_PARENT | PASID });
  const viommu = b.viommuAlloc(dev.idev, par);
  const nested = b.hwptAlloc({ dev: dev.idev, pt: viommu, flags: PASID, data: b.mockData() });
  return { ioas, dev, par, viommu, nested };
}

export const VIOMMUS: readonly ConformanceCase[] = [
  {
    number: 13,
    title: 'a vDEVICE goes with its device and leaves its id behind, which nothing ever gets again',
    needs: 'mock',
    run(b) {
      const { ioas, dev, viommu } = virtual(b);
      const vdevice = b.vdeviceAlloc(viommu, dev.idev, 1n);
      b.destroy(dev.stdev);
      b.destroyFails('ENOENT', vdevice);
      const others = Array.from({ length: 8 }, () => b.ioasAlloc());
      assert.ok(others.includes(dev.stdev) && others.includes(dev.idev) && !others.includes(vdevice));
      b.vdeviceAlloc(viommu, b.mockDomain(ioas).idev, 1n);
    },
  },
  {
    number: 67,
    title: 'through a VIOMMU the RID needs a vDEVICE and a PASID does not; a device and a virtual id have one',
    needs: 'mock',
    run(b) {
      const { ioas, dev, par, viommu, nested } = virtual(b);
      b.replaceRidFails('ENOENT', dev.stdev, nested);
      b.replaceRid(dev.stdev, par);
      b.attachPasid(dev.stdev, 1, nested);
      b.vdeviceAlloc(viommu, dev.idev, 1n);
      b.vdeviceAllocFails('EEXIST', viommu, { dev: dev.idev, virtId: 2n });
      b.vdeviceAllocFails('EEXIST', viommu, { dev: b.mockDomain(ioas).idev, virtId: 1n });
      b.replaceRid(dev.stdev, nested);
      b.destroyFails('EBUSY', viommu);
      b.destroyFails('EBUSY', par);
    },
  },
  {
    number: 68,
    title: 'events that do not fit are told of by one header with the number of the last',
    needs: 'mock',
    run(b) {
      const { dev, viommu, nested } = virtual(b);
      b.vdeviceAlloc(viommu, dev.idev, 7n);
      b.replaceRid(dev.stdev, nested);
      b.expectErrno('EOPNOTSUPP', b.tryTriggerEvent(dev.idev));
      b.eventQueueFails('EINVAL', viommu, { veventq_depth: 0 });
      const { fd } = b.eventQueue(viommu, { veventq_depth: 2 });
      b.eventQueueFails('EEXIST', viommu, {});
      b.expectErrno('EINVAL', b.syscalls.read(fd, new Uint8Array(7)));
      assert.equal(b.syscalls.read(fd, new Uint8Array(EVENT_BYTES)), 0);
      for (let event = 0; event < 4; event++) b.expectOk(b.tryTriggerEvent(dev.idev));
      const bytes = new Uint8Array(4 * EVENT_BYTES);
      assert.equal(b.syscalls.read(fd, bytes), 2 * EVENT_BYTES + 8);
      // flags, sequence and virtual id; flags and sequence of the header that tells of lost events
      assert.deepEqual([...new Uint32Array(bytes.buffer, 0, 8)], [0, 0, 7, 0, 1, 7, 1, 3]);
    },
  },
  {
    number: null,
    title: 'an event queue can be read only, as whole events, and keeps its VIOMMU',
    needs: 'mock',
    run(b) {
      const { dev, viommu, nested } = virtual(b);
      b.vdeviceAlloc(viommu, dev.idev, 7n);
      b.replaceRid(dev.stdev, nested);
      const { id, fd } = b.eventQueue(viommu);
      const poll = (): number => b.syscalls.poll(fd, POLLIN | POLLOUT, 0);
      assert.equal(poll(), 0);
      b.expectOk(b.tryTriggerEvent(dev.idev));
      assert.equal(poll(), POLLIN);
      b.expectErrno('EINVAL', b.syscalls.read(fd, new Uint8Array(8)));
      b.expectErrno('EINVAL', b.syscalls.write(fd, new Uint8Array(8)));
      b.destroyFails('EBUSY', id);
      b.close(fd);
      b.destroy(id);
    },
  },
];
