import { describe, expect, test } from 'vitest';
import { createWorld } from '../../src/sim/sim-world.ts';
import type { WorldOptions } from '../../src/sim/state/make-world.ts';
import { iommu_destroy } from '../../src/uapi/iommufd.ts';
import { createBench } from '../kernel/conformance/bench.ts';
import { mockFixture, mockOnIoas } from '../kernel/conformance/fixture.ts';
import { qemuMachine } from '../support/qemu-machine.ts';

const benchOf = (options: WorldOptions) =>
  createBench({ syscalls: createWorld(qemuMachine(), options).syscalls, vfioPath: null });

describe('the mock', () => {
  test('leaks a device that is destroyed with a PASID attached', () => {
    const b = benchOf({ selftest: true });
    const { dev, s2 } = mockFixture(b);
    b.replaceRid(dev.stdev, s2);
    b.attachPasid(dev.stdev, 1, s2);
    b.destroy(dev.stdev);
    b.destroyFails('EBUSY', dev.idev);
  });

  test('is not there in a kernel without the selftest', () => {
    const b = benchOf({ selftest: false });
    b.mockDomainFails('ENOTTY', b.ioasAlloc());
  });

  test('keeps its context as long as one fd is open', () => {
    const b = benchOf({ selftest: true });
    const { ioas, dev } = mockOnIoas(b);
    const copy = b.closeLater(b.expectOk(b.syscalls.dup(b.iommufd())));
    b.closeIommufd();
    b.expectErrno('EBUSY', b.callOn(copy, 0x3b80, destroyOf(ioas)).result);
    expect(dev.hwpt).toBeGreaterThan(0);
    b.close(copy);
    expect(b.ioasAlloc()).toBe(1);
  });
});

function destroyOf(id: number) {
  return { struct: iommu_destroy, values: { id } };
}
