import { afterEach, describe, test } from 'vitest';
import { createWorld } from '../../src/sim/sim-world.ts';
import { qemuMachine } from '../support/qemu-machine.ts';
import { createBench } from './conformance/bench.ts';
import { CASES } from './conformance/cases.ts';
import { titleOf } from './conformance/run.ts';

describe('the simulator answers as the kernel does', () => {
  // One world for all, as one kernel serves all in a VM.
  const { syscalls } = createWorld(qemuMachine(), { selftest: true });
  const bench = createBench({ syscalls, vfioPath: '/dev/vfio/devices/vfio0' });

  afterEach(() => bench.finish());

  for (const one of CASES) test(titleOf(one), () => one.run(bench));
});
