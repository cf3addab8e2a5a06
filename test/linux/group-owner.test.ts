import { describe, expect, test } from 'vitest';
import { leavesGroup } from '../../src/linux/group-owner.ts';

const leaves = (driver: string | null, release = '7.3.4'): boolean => leavesGroup({ driver }, release);

describe('a member leaves its group to another owner', () => {
  test('without a driver, on drivers of vfio, on pcieport and pci-stub', () => {
    for (const driver of [null, 'vfio-pci', 'qat_vfio_pci', 'xe-vfio-pci', 'pcieport', 'pci-stub']) {
      expect(leaves(driver), String(driver)).toBe(true);
    }
  });

  test('on no other driver, of a bridge or not, whatever its name contains', () => {
    for (const driver of ['lpc_ich', 'shpchp', 'pci-pf-stub', 'idxd', 'nvidia-vfio', 'constructor', '']) {
      expect(leaves(driver), driver).toBe(false);
    }
  });

  test('on a driver that the release has with driver_managed_dma', () => {
    expect([leaves('xe-vfio-pci', '6.12.117'), leaves('xe-vfio-pci', '7.3.4')]).toEqual([false, true]);
    expect([leaves('qat_vfio_pci', '6.1.176'), leaves('qat_vfio_pci', '6.12.117')]).toEqual([false, true]);
    expect(leaves('vfio-pci', '6.1.176')).toBe(true);
    expect(leaves('ism_vfio_pci', 'no release')).toBe(true);
  });
});
