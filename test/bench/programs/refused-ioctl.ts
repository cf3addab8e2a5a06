/**
 * refused-ioctl [C-PROGRAM]
 *
 * What one refused ioctl costs from C, through koffi alone, through our system calls and through the kernel port, in turns.
 * /dev/null refuses in the kernel at once, so what is left is the way there. Prints {@link RefusedTimes} as JSON.
 */

import { spawnSync } from 'node:child_process';
import koffi from 'koffi';
import { openLibc } from '../../../src/kernel/libc.ts';
import { vfioKernel } from '../../../src/kernel/vfio-kernel.ts';
import { inRounds } from '../rounds.ts';

export interface RefusedTimes {
  /** Nanoseconds per call, one value per round. */
  readonly times: Readonly<Record<'koffi' | 'ioctl' | 'attach' | 'c', readonly number[]>>;
  /** Bytes of heap per call. */
  readonly heap: Readonly<Record<'koffi' | 'attach', readonly number[]>>;
}

const ROUNDS = 60;
const HEAP_ROUNDS = 5;
const CALLS = 20_000;
/** So many that a heap page more or less is nothing. */
const HEAP_CALLS = 500_000;
const REQUEST = 0x3b77;

const libc = openLibc();
const kernel = vfioKernel(libc, 'kernel');
const bare: (fd: number, request: number, argument: Uint8Array) => number = koffi
  .load(null)
  .func('int ioctl(int fd, unsigned long request, void *argument)');
const fd = libc.open('/dev/null', 'read-write');
const handle = { kind: 'vfio', fd, devId: 1 } as const;
const bytes = new Uint8Array(16);
const cProgram = process.argv[2];

const calls = {
  koffi: () => bare(fd, REQUEST, bytes),
  ioctl: () => libc.ioctl(fd, REQUEST, bytes),
  attach: () => kernel.attach(handle, 5, 9),
} as const;

function nanosecondsPerCall(call: () => number): number {
  const start = process.hrtime.bigint();
  for (let done = 0; done < CALLS; done++) call();
  return Number(process.hrtime.bigint() - start) / CALLS;
}

function nanosecondsOfC(): number {
  if (cProgram === undefined) return Number.NaN;
  return Number(spawnSync(cProgram, [String(CALLS)], { encoding: 'utf8' }).stdout);
}

function heapPerCall(call: () => number): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let done = 0; done < HEAP_CALLS; done++) call();
  return Math.max(0, process.memoryUsage().heapUsed - before) / HEAP_CALLS;
}

const contestants = {
  koffi: () => nanosecondsPerCall(calls.koffi),
  ioctl: () => nanosecondsPerCall(calls.ioctl),
  attach: () => nanosecondsPerCall(calls.attach),
  c: nanosecondsOfC,
} as const;

// The first rounds are the compiler's.
inRounds(5, contestants);
const measured: RefusedTimes = {
  times: inRounds(ROUNDS, contestants),
  heap: inRounds(HEAP_ROUNDS, { koffi: () => heapPerCall(calls.koffi), attach: () => heapPerCall(calls.attach) }),
};
console.log(JSON.stringify(measured));
