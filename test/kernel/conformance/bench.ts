/** What a case works with: the kernel's operations by the names its own selftests use, each also as `…Fails(errno, …)`. */

import type { Syscalls } from '../../../src/kernel/syscalls.ts';
import { type BenchCore, benchCore } from './bench-core.ts';
import { faultCalls } from './bench-faults.ts';
import { iovaCalls } from './bench-iova.ts';
import { mockCalls } from './bench-mock.ts';
import { objectCalls } from './bench-objects.ts';
import { vfioCalls } from './bench-vfio.ts';

export interface BenchMachine {
  readonly syscalls: Syscalls;
  /** Device file of the PCI device that vfio cases use, such as `/dev/vfio/devices/vfio0`; `null` when there is none. */
  readonly vfioPath: string | null;
}

/** One bench serves many cases; `finish` after each gives everything back. */
export function createBench({ syscalls, vfioPath }: BenchMachine) {
  const core: BenchCore = benchCore(syscalls);
  return {
    ...core,
    ...objectCalls(core),
    ...iovaCalls(core),
    ...mockCalls(core),
    ...vfioCalls(core, vfioPath),
    ...faultCalls(core),
  };
}

export type Bench = ReturnType<typeof createBench>;
