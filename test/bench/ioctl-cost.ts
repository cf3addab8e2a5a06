/**
 * What one refused ioctl costs through koffi alone, through our system calls, and through the kernel port.
 * /dev/null refuses in the kernel at once, so what is left is the way there.
 *
 *   npx esbuild test/bench/ioctl-cost.ts --bundle --platform=node --format=esm --external:koffi --outfile=dist/bench.mjs
 *   node dist/bench.mjs
 */

import koffi from 'koffi';
import { openLibc } from '../../src/kernel/libc.ts';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';

const ROUNDS = 15;
const CALLS = 200_000;

const libc = openLibc();
const kernel = vfioKernel(libc, 'kernel');
const bare: (fd: number, request: number, argument: Uint8Array) => number = koffi
  .load(null)
  .func('int ioctl(int fd, unsigned long request, void *argument)');
const fd = libc.open('/dev/null', 'read-write');
const handle = { kind: 'vfio', fd, devId: 1 } as const;
const bytes = new Uint8Array(16);

const contestants = {
  'koffi alone': () => bare(fd, 0x3b77, bytes),
  'koffi and koffi.errno': () => (bare(fd, 0x3b77, bytes) < 0 ? -koffi.errno() : 0),
  'syscalls.ioctl': () => libc.ioctl(fd, 0x3b77, bytes),
  'kernel.attach': () => kernel.attach(handle, 5, 9),
} as const;

/** Best of all rounds, taken in turns, so that a disturbance hits everybody. */
const best = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, call] of Object.entries(contestants)) {
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, nanosecondsPerCall(call)));
  }
}
const base = best.get('koffi alone') ?? 1;
for (const [name, ns] of best)
  console.log(`${name.padEnd(24)} ${ns.toFixed(0).padStart(5)} ns  ${(ns / base).toFixed(2)}×`);

const heapBefore = process.memoryUsage().heapUsed;
for (let call = 0; call < CALLS; call++) kernel.attach(handle, 5, 9);
const grown = Math.max(0, process.memoryUsage().heapUsed - heapBefore) / CALLS;
console.log(`kernel.attach allocates  ${grown.toFixed(2).padStart(5)} bytes a call`);

function nanosecondsPerCall(call: () => number): number {
  const start = process.hrtime.bigint();
  for (let done = 0; done < CALLS; done++) call();
  return Number(process.hrtime.bigint() - start) / CALLS;
}
