/** A machine like the sample, where two accelerators share an IOMMU group. */

import type { Host } from '../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { VFIO_LOADED } from './sim-bench.ts';

export const PAIR: readonly string[] = ['0000:6a:01.0', '0000:6a:02.0'];

const PAIR_GROUP = 100;

export function twoDeviceGroup(drivers: readonly [string, string] = ['vfio-pci', 'vfio-pci']): Host {
  return {
    ...SAMPLE_MACHINE,
    ...VFIO_LOADED,
    functions: SAMPLE_MACHINE.functions.map((fn) => {
      const index = PAIR.indexOf(fn.address);
      const driver = drivers[index];
      if (driver === undefined) return fn;
      return { ...fn, driver, group: PAIR_GROUP, vfioDevice: driver === 'vfio-pci' ? `vfio${index}` : null };
    }),
  };
}
