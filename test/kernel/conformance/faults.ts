/** Fault queues. Source: iommufd/eventq.c. */

import assert from 'node:assert/strict';
import { POLLIN, POLLOUT } from '../../../src/kernel/syscalls.ts';
import type { Bench } from './bench.ts';
import type { ConformanceCase } from './case.ts';
import { FAULT_ID_VALID, mockFixture, PASID } from './fixture.ts';

const RECORD_BYTES = 40;

/** A mock device with PASID 1 on a HWPT that has a fault queue. */
function faulty(b: Bench) {
  const { dev, par, parp, s2 } = mockFixture(b);
  const queue = b.faultQueue();
  const flags = FAULT_ID_VALID | PASID;
  const hwpt = b.hwptAlloc({ dev: dev.idev, pt: par, flags, fault: queue.id, data: b.mockData() });
  b.replaceRid(dev.stdev, parp);
  b.attachPasid(dev.stdev, 1, hwpt);
  const poll = (): number => b.syscalls.poll(queue.fd, POLLIN | POLLOUT, 0);
  return { dev, s2, queue, poll };
}

export const FAULTS: readonly ConformanceCase[] = [
  {
    number: 61,
    title: 'an empty queue reads 0 bytes and is writable; odd lengths and positions are ESPIPE',
    needs: 'iommufd',
    run(b) {
      const { fd } = b.faultQueue();
      assert.equal(b.syscalls.read(fd, new Uint8Array(RECORD_BYTES)), 0);
      b.expectErrno('ESPIPE', b.syscalls.read(fd, new Uint8Array(39)));
      b.expectErrno('ESPIPE', b.syscalls.write(fd, new Uint8Array(7)));
      b.expectErrno('ESPIPE', b.syscalls.pread(fd, new Uint8Array(RECORD_BYTES), 0n));
      assert.equal(b.syscalls.poll(fd, POLLIN | POLLOUT, 0), POLLOUT);
    },
  },
  {
    number: 62,
    title: 'cookies are given when a fault is read, lowest first, and used again once answered',
    needs: 'mock',
    run(b) {
      const { dev, queue, poll } = faulty(b);
      b.triggerFault(dev.idev, 1);
      assert.equal(poll(), POLLIN | POLLOUT);
      const first = b.readFault(queue.fd);
      assert.deepEqual([first.flags & 3, first.cookie, first.pasid, first.dev_id], [3, 1, 1, dev.idev]);
      assert.equal(poll(), POLLOUT);
      b.triggerFault(dev.idev, 1);
      assert.equal(b.readFault(queue.fd).cookie, 2);
      b.expectOk(b.respond(queue.fd, [{ cookie: 1, code: 0 }]));
      b.triggerFault(dev.idev, 1);
      assert.equal(b.readFault(queue.fd).cookie, 1);
    },
  },
  {
    number: 63,
    title: 'a wrong answer is EINVAL, but not after a right one in the same write',
    needs: 'mock',
    run(b) {
      const { dev, queue } = faulty(b);
      b.triggerFault(dev.idev, 1);
      const { cookie } = b.readFault(queue.fd);
      b.expectErrno('EINVAL', b.respond(queue.fd, [{ cookie, code: 2 }]));
      b.expectErrno('EINVAL', b.respond(queue.fd, [{ cookie: cookie + 1, code: 0 }]));
      const pair = [
        { cookie, code: 0 },
        { cookie: cookie + 1, code: 0 },
      ];
      assert.equal(b.respond(queue.fd, pair), 8);
      b.expectErrno('EINVAL', b.respond(queue.fd, [{ cookie, code: 0 }]));
    },
  },
  {
    number: 64,
    title: 'detaching answers what was read, replacing answers what was queued',
    needs: 'mock',
    run(b) {
      const { dev, s2, queue } = faulty(b);
      b.triggerFault(dev.idev, 1);
      b.triggerFault(dev.idev, 1);
      const { cookie } = b.readFault(queue.fd);
      b.replacePasid(dev.stdev, 1, s2);
      assert.equal(b.syscalls.read(queue.fd, new Uint8Array(RECORD_BYTES)), 0);
      b.expectErrno('EINVAL', b.respond(queue.fd, [{ cookie, code: 0 }]));
    },
  },
  {
    number: 64,
    title: 'an answer after the detach is EINVAL',
    needs: 'mock',
    run(b) {
      const { dev, queue } = faulty(b);
      b.triggerFault(dev.idev, 1);
      const { cookie } = b.readFault(queue.fd);
      b.detachPasid(dev.stdev, 1);
      b.expectErrno('EINVAL', b.respond(queue.fd, [{ cookie, code: 0 }]));
    },
  },
  {
    number: 65,
    title: 'a fault of a PASID that is not attached goes nowhere',
    needs: 'mock',
    run(b) {
      const { dev, queue, poll } = faulty(b);
      b.triggerFault(dev.idev, 7);
      assert.equal(poll(), POLLOUT);
      assert.equal(b.syscalls.read(queue.fd, new Uint8Array(RECORD_BYTES)), 0);
    },
  },
  {
    number: 78,
    title: 'a copy of the fault fd keeps the queue, and a group that does not fit is EINVAL',
    needs: 'mock',
    run(b) {
      const { dev, queue } = faulty(b);
      b.triggerFault(dev.idev, 1);
      b.expectErrno('EINVAL', b.syscalls.read(queue.fd, new Uint8Array(0)));
      const other = b.faultQueue();
      const copy = b.closeLater(b.expectOk(b.syscalls.dup(other.fd)));
      b.close(other.fd);
      b.destroyFails('EBUSY', other.id);
      b.close(copy);
      b.destroy(other.id);
    },
  },
];
