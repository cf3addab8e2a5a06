import { expect, test } from 'vitest';
import type { Syscalls } from '../../src/kernel/syscalls.ts';
import { createWorld } from '../../src/sim/sim-world.ts';
import { FAIL } from '../../src/sim/state/fail.ts';
import { qemuMachine } from '../support/qemu-machine.ts';
import { nextOperation } from './differential/generate.ts';
import { knownAtStart } from './differential/known.ts';
import { nameOf } from './differential/operation.ts';
import { randomOf } from './differential/random.ts';
import { runDifferential, SEQUENCE_LENGTH } from './differential/run.ts';

const world = (): Syscalls => createWorld(qemuMachine(), { selftest: true }).syscalls;

/** HW queues and physical addresses are refused by either kernel; a pread of what can be had is too. */
const NEVER = ['IOMMU_HW_QUEUE_ALLOC', 'IOMMU_IOAS_NOIOMMU_GET_PA', 'pread'];

test('two simulators never differ, and every operation succeeds now and then', () => {
  const makeSides = () => ({ kernel: world(), simulator: world() });
  const { findings, tally } = runDifferential(makeSides, { operations: 12_000, seed: 1, mostFindings: 1 });
  expect(findings).toEqual([]);
  const never = Object.entries(tally).filter(([, { succeeded }]) => succeeded === 0);
  expect(never.map(([name]) => name).sort()).toEqual([...NEVER].sort());
});

test('a seed always gives the same operations', () => {
  const names = (seed: number): string[] => {
    const random = randomOf(seed);
    const known = knownAtStart();
    return Array.from({ length: SEQUENCE_LENGTH }, () => nameOf(nextOperation(random, known)));
  };
  expect(names(7)).toEqual(names(7));
  expect(names(7)).not.toEqual(names(8));
});

test('a difference is found, and shrunk to what leads to it', () => {
  const makeSides = () => ({ kernel: world(), simulator: forgetful(world()) });
  const { findings } = runDifferential(makeSides, { operations: 20_000, seed: 1, mostFindings: 1 });
  const [found] = findings;
  expect(found?.signature).toMatch(/^IOMMU_DESTROY: kernel .*, simulator -16$/);
  expect(found?.text.split('\n').filter((line) => /^ *\d+ /.test(line)).length).toBeLessThanOrEqual(4);
});

/** Never destroys anything. */
function forgetful(syscalls: Syscalls): Syscalls {
  const IOMMU_DESTROY = 0x3b80;
  return {
    ...syscalls,
    ioctl: (fd, request, argument) => (request === IOMMU_DESTROY ? FAIL.EBUSY : syscalls.ioctl(fd, request, argument)),
  };
}
