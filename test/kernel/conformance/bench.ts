/** What a case works with: the kernel's operations by the names its own selftests use, each also as `…Fails(errno, …)`. */

import type { Syscalls } from '../../../src/kernel/syscalls.ts';
import { type BenchCore, benchCore } from './bench-core.ts';
import { faultCalls } from './bench-faults.ts';
import { iovaCalls } from './bench-iova.ts';
import { mockCalls } from './bench-mock.ts';
import { objectCalls } from './bench-objects.ts';
import { vfioCalls } from './bench-vfio.ts';
import { viommuCalls } from './bench-viommu.ts';

export interface BenchMachine {
  readonly syscalls: Syscalls;
  /** Device file of the PCI device that vfio cases use, such as `/dev/vfio/devices/vfio0`; `null` when there is none. */
  readonly vfioPath: string | null;
  /** Device file of another device in its IOMMU group. */
  readonly siblingPath?: string;
  /** Holds the first device in its reset while something is done. */
  readonly duringReset?: (work: () => void) => void;
}

/** One bench serves many cases; `finish` after each gives everything back. */
export function createBench({ syscalls, vfioPath, siblingPath = '', duringReset }: BenchMachine) {
  const core: BenchCore = benchCore(syscalls);
  return {
    ...core,
    ...objectCalls(core),
    ...iovaCalls(core),
    ...mockCalls(core),
    ...vfioCalls(core, { vfioPath, siblingPath }),
    ...faultCalls(core),
    ...viommuCalls(core),
    duringReset(work: () => void): void {
      if (duringReset === undefined) throw new Error('this machine cannot hold a device in its reset');
      duringReset(work);
    },
  };
}

export type Bench = ReturnType<typeof createBench>;
