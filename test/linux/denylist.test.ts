import { describe, expect, test } from 'vitest';
import { denylistReason, denylistRefuses } from '../../src/linux/denylist.ts';

const device = (id: number, vendor = 0x8086) => ({ vendor, device: id });

describe('the denylist of vfio-pci', () => {
  // drivers/vfio/pci/vfio_pci.c vfio_pci_dev_in_denylist (7.3), with the names of linux/pci_ids.h.
  test.each([0x19e2, 0x19e3, 0x37c8, 0x37c9, 0x0435, 0x0443, 0x0b25, 0x0cfe])('has 8086:%s', (id) => {
    expect(denylistReason(device(id))).not.toBeNull();
    expect(denylistReason(device(id, 0x1022))).toBeNull();
  });

  test.each([0x11fb, 0x1212, 0x1216, 0xb02d, 0xfd2d, 0x4940, 0x4941])('has not 8086:%s', (id) => {
    expect(denylistReason(device(id))).toBeNull();
  });

  test.each<[string, number, boolean | null, boolean | null]>([
    ['takes no device of the list', 0x0b25, false, true],
    ['takes it when it is off', 0x0b25, true, false],
    ['may or may not take it when the parameter is unknown', 0x0b25, null, null],
    ['does not matter to another device', 0x4940, null, false],
  ])('%s', (_, id, disabled, refuses) => {
    expect(denylistRefuses(device(id), disabled)).toBe(refuses);
  });
});
