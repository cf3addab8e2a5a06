/** A bench on a simulated machine, for rules that the conformance suite cannot show on a kernel. */

import type { Bdf } from '../../src/model/bdf.ts';
import type { Host } from '../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { createWorld, type SimWorld } from '../../src/sim/sim-world.ts';
import { iommu_hwpt_vtd_s1 } from '../../src/uapi/iommufd.ts';
import { type Bench, createBench } from '../kernel/conformance/bench.ts';

export const DSA0 = known('0000:6a:01.0');
export const DSA1 = known('0000:6f:01.0');
/** Free NVMe disk behind the unit that nests. */
export const DISK = known('0000:6c:00.0');
/** Network card behind the unit that does not. */
export const NETWORK = known('0000:17:00.0');
export const QAT_VF = known('0000:6b:00.1');

function known(address: string): Bdf {
  const found = SAMPLE_MACHINE.functions.find((fn) => fn.address === address);
  if (found === undefined) throw new Error(`${address} is not in the sample machine`);
  return found.address;
}

/** vfio-pci is loaded, and takes the accelerators of the sample machine too. */
export const VFIO_LOADED: Pick<Host, 'modules' | 'parameters'> = {
  modules: ['iommufd', 'vfio', 'vfio_pci', 'vfio_pci_core'],
  parameters: SAMPLE_MACHINE.parameters.map((one) =>
    one.module === 'vfio_pci'
      ? {
          ...one,
          value: one.name === 'disable_denylist' ? 'Y' : 'N',
          source: `/sys/module/vfio_pci/parameters/${one.name}`,
          state: 'effective',
        }
      : one,
  ),
};

/** The sample machine with these functions on vfio-pci: vfio0, vfio1 … in this order. */
export function machineWithVfio(...addresses: readonly Bdf[]): Host {
  return {
    ...SAMPLE_MACHINE,
    ...VFIO_LOADED,
    functions: SAMPLE_MACHINE.functions.map((fn) => {
      const index = addresses.indexOf(fn.address);
      return index < 0 ? fn : { ...fn, driver: 'vfio-pci', vfioDevice: `vfio${index}` };
    }),
  };
}

export interface SimBench {
  readonly world: SimWorld;
  readonly bench: Bench;
  /** The n-th vfio device, open and bound to the bench's iommufd. */
  bind(index: number): { readonly fd: number; readonly dev: number };
}

export function simBench(host: Host): SimBench {
  const world = createWorld(host);
  const bench = createBench({ syscalls: world.syscalls, vfioPath: '/dev/vfio/devices/vfio0' });
  return {
    world,
    bench,
    bind(index) {
      const fd = bench.expectOk(world.syscalls.open(`/dev/vfio/devices/vfio${index}`, 'read-write'));
      const { result, dev } = bench.tryBind(fd);
      bench.expectOk(result);
      return { fd, dev };
    },
  };
}

/** Data of a VT-d first stage. */
export function firstStage(values: { addr_width?: number; flags?: bigint; pgtbl_addr?: bigint } = {}) {
  return { type: 1, bytes: iommu_hwpt_vtd_s1.encode({ addr_width: 48, pgtbl_addr: 0x100_0000n, ...values }) };
}
