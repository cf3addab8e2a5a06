import { expect, test } from 'vitest';
import { PASID_LIMIT } from '../../src/model/pasid.ts';
import { createWorld } from '../../src/sim/sim-world.ts';
import { VFIO_REQUEST, vfio_device_attach_iommufd_pt } from '../../src/uapi/vfio.ts';
import { createBench } from '../kernel/conformance/bench.ts';
import { DSA0, machineWithVfio } from '../support/sim-bench.ts';

const SECONDS = 1000;
const MOST_BYTES = 96;

test('all PASIDs of a device are attached in seconds, with few bytes each', { timeout: 60 * SECONDS }, () => {
  const { syscalls, hardware } = createWorld(machineWithVfio(DSA0));
  const b = createBench({ syscalls, vfioPath: '/dev/vfio/devices/vfio0' });
  const { fd, dev } = b.bindVfio();
  const parent = b.hwptAlloc({ dev, pt: b.ioasAlloc(), flags: 1 | 8 });
  const bytes = vfio_device_attach_iommufd_pt.encode({ argsz: 16, flags: 1, pt_id: parent });
  const view = new DataView(bytes.buffer);
  const before = usedBytes();
  const start = performance.now();
  for (let pasid = 1; pasid < PASID_LIMIT; pasid++) {
    view.setUint32(12, pasid, true);
    if (syscalls.ioctl(fd, VFIO_REQUEST.VFIO_DEVICE_ATTACH_IOMMUFD_PT, bytes) !== 0) throw new Error(`at ${pasid}`);
  }
  const elapsed = performance.now() - start;
  expect(hardware(DSA0, PASID_LIMIT - 1)).toBe(parent);
  expect((usedBytes() - before) / PASID_LIMIT).toBeLessThan(MOST_BYTES);
  expect(elapsed).toBeLessThan(30 * SECONDS);
  b.close(fd);
  b.destroy(parent);
});

/** What stays after a collection, when the collector can be called; all of it otherwise. */
function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return globalThis.gc === undefined ? arrayBuffers : heapUsed + arrayBuffers;
}
