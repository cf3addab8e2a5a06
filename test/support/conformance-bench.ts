/** The simulated machines that conformance cases need, each as a bench. */

import type { Host } from '../../src/model/host.ts';
import { createWorld } from '../../src/sim/sim-world.ts';
import type { WorldOptions } from '../../src/sim/state/make-world.ts';
import { type Bench, createBench } from '../kernel/conformance/bench.ts';
import type { Needs } from '../kernel/conformance/case.ts';
import { qemuMachine } from './qemu-machine.ts';
import { DSA0, machineWithVfio } from './sim-bench.ts';
import { twoDeviceGroup } from './two-device-group.ts';

const VFIO = '/dev/vfio/devices/vfio0';
const SIBLING = '/dev/vfio/devices/vfio1';
const SELFTEST: WorldOptions = { selftest: true };
/** ECAP.IR: interrupt remapping. */
const REMAPPING = 1n << 3n;
/** CAP.FS5LP, and ECAP.SRS and EAFS. */
const FIVE_LEVELS = 1n << 60n;
const SUPERVISOR_AND_ACCESS = (1n << 31n) | (1n << 34n);

export function conformanceBench(needs: Needs): Bench {
  const { host, options = {} } = MACHINES[needs]();
  const world = createWorld(host, options);
  return createBench({
    syscalls: world.syscalls,
    vfioPath: VFIO,
    siblingPath: SIBLING,
    duringReset(work) {
      world.beginReset(DSA0);
      work();
      world.endReset(DSA0);
    },
  });
}

interface Machine {
  readonly host: Host;
  readonly options?: WorldOptions;
}

const qemu = (): Machine => ({ host: qemuMachine(), options: SELFTEST });
const nesting = (): Machine => ({ host: withUnit(machineWithVfio(DSA0), FIVE_LEVELS, SUPERVISOR_AND_ACCESS) });

const MACHINES: Readonly<Record<Needs, () => Machine>> = {
  iommufd: qemu,
  mock: qemu,
  warning: qemu,
  vfio: qemu,
  'no-remapping': () => ({ host: withUnit(qemuMachine(), 0n, REMAPPING) }),
  'busy-sibling': () => ({ host: twoDeviceGroup(['vfio-pci', 'idxd']) }),
  pair: () => ({ host: twoDeviceGroup() }),
  nesting,
  reset: nesting,
  variant: () => ({ host: withDriver(machineWithVfio(DSA0), 'mlx5_vfio_pci') }),
};

/** The same machine, its first unit without these bits. */
function withUnit(host: Host, cap: bigint, ecap: bigint): Host {
  const units = host.units.map((unit, index) =>
    index > 0 ? unit : { ...unit, cap: unit.cap & ~cap, ecap: unit.ecap & ~ecap },
  );
  return { ...host, units };
}

function withDriver(host: Host, driver: string): Host {
  const functions = host.functions.map((fn) => (fn.address === DSA0 ? { ...fn, driver } : fn));
  return { ...host, functions };
}
