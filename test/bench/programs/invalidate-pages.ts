/**
 * invalidate-pages C-PROGRAM ROUNDS
 *
 * In the guest, in turns: the vIOMMU engine on the kernel's mock takes a guest's flushes of single pages, with batching and
 * without, and the C program makes the calls that batching leaves; see c/invalidate-pages.c. Each wait follows the flushes
 * of one process, as guests queue them; processes take turns. Prints {@link InvalidationTimes} as JSON.
 */

import { spawnSync } from 'node:child_process';
import { BugError } from '../../../src/assert.ts';
import { createScriptMemory } from '../../../src/guest/script-memory.ts';
import { invalidationBatch } from '../../../src/kernel/invalidation-batch.ts';
import { must } from '../../../src/kernel/kernel-error.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import { selftestKernel } from '../../../src/kernel/selftest-kernel.ts';
import { joinBdf } from '../../../src/model/bdf.ts';
import type { DeviceHandle } from '../../../src/model/live.ts';
import { createEngine, type Engine } from '../../../src/viommu/engine.ts';
import { kernelHost } from '../../../src/viommu/kernel-host.ts';
import {
  firstStage,
  guestTables,
  pasidIotlbPages,
  ROOT,
  SCALABLE,
  TRANSLATING,
  waitDescriptor,
} from '../../viommu/guest-tables.ts';
import { inRounds, millisecondsOf } from '../rounds.ts';

export interface InvalidationTimes {
  readonly pages: number;
  readonly batch: number;
  readonly processes: number;
  /** IOMMU_HWPT_INVALIDATE calls of one round. */
  readonly calls: Readonly<Record<'batched' | 'single', number>>;
  /** Milliseconds, one value per round. */
  readonly times: Readonly<Record<'batched' | 'single' | 'c', number[]>>;
}

const PAGES = 10_000;
const BATCH = 64;
const PROCESSES = 4;
const FIRST_PAGE = 0x7f00_0000_0n;

interface Flusher {
  readonly engine: Engine;
  /** Invalidation calls so far. */
  calls(): number;
  /** Detach and destroy everything. */
  end(): void;
}

/** An engine with a mock device and an iommufd of its own, and a process with a page table per PASID from 1 on. */
function flusher(batching: boolean): Flusher {
  let calls = 0;
  const real = selftestKernel(openLibc());
  const kernel: typeof real = {
    ...real,
    invalidate(...args) {
      calls += 1;
      return real.invalidate(...args);
    },
  };
  const iommufd = must(kernel.openIommufd(), 'open', '/dev/iommu');
  const ioas = must(kernel.allocIoas(iommufd), 'IOMMU_IOAS_ALLOC', 'bench');
  const handle = bindMock(kernel, iommufd);
  const request = { devId: handle.devId, ioas, nesting: true, pasid: true };
  const parent = must(kernel.allocNestParent(iommufd, request), 'IOMMU_HWPT_ALLOC', 'nest parent');
  must(kernel.attach(handle, 0, parent), 'attach', 'RID');
  const memory = createScriptMemory(1n << 30n);
  const tables = guestTables(memory);
  tables.writeAll(1);
  for (let pasid = 0; pasid <= PROCESSES; pasid++) {
    tables.writeEntry(0, pasid, firstStage(domainOf(pasid), 0x2000_0000 + pasid * 0x1000));
  }
  const host = { nesting: true, fiveLevels: false, supervisor: true, extendedAccess: true };
  const engine = createEngine({
    options: { pasidBits: 8, batching },
    devices: [
      {
        ...{ name: 'A', bus: 0, devfn: 5 << 3, unit: 0, host, maxPasidLog2: 20 },
        ...{ pageRequests: false, parent, parentTakesPasids: true },
      },
    ],
    memory,
    host: kernelHost({ kernel, iommufd, pasid: true, devices: [{ handle, parent }], batch: invalidationBatch(BATCH) }),
    report(problem) {
      throw new BugError(problem.message);
    },
  });
  engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
  engine.setRegister('GSTS', TRANSLATING);
  return {
    engine,
    calls: () => calls,
    end() {
      engine.unplug('A');
      must(kernel.detach(handle, 0), 'detach', 'RID');
      must(kernel.releaseDevice(handle), 'release', 'mock device');
      must(kernel.destroy(iommufd, parent), 'IOMMU_DESTROY', 'nest parent');
      must(kernel.destroy(iommufd, ioas), 'IOMMU_DESTROY', 'ioas');
      must(kernel.close(iommufd), 'close', 'iommufd');
    },
  };
}

function bindMock(kernel: ReturnType<typeof selftestKernel>, iommufd: number): DeviceHandle {
  const address = joinBdf({ segment: 0, bus: 0, device: 5, fn: 0 });
  const handle = kernel.bindDevice(iommufd, { address, vfioDevice: null, pasid: true });
  if (typeof handle === 'number') throw new BugError(`no mock device: ${handle}`);
  return handle;
}

function domainOf(pasid: number): number {
  return pasid + 1;
}

type Descriptor = readonly [lo: bigint, hi: bigint];

/** What the guest queues: no address twice. */
function guestQueue(): readonly Descriptor[] {
  const queue: Descriptor[] = [];
  for (let page = 0; page < PAGES; page++) {
    const pasid = 1 + (Math.floor(page / BATCH) % PROCESSES);
    queue.push(pasidIotlbPages(domainOf(pasid), pasid, { address: (FIRST_PAGE + BigInt(page)) << 12n }));
    if (page % BATCH === BATCH - 1 || page === PAGES - 1) queue.push(waitDescriptor());
  }
  return queue;
}

function timeC(program: string): number {
  const { status, stdout, stderr } = spawnSync(program, [PAGES, BATCH, PROCESSES].map(String), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the C program ended with ${status}: ${stderr}`);
  return Number(stdout);
}

const [, , program = '', rounds = '1'] = process.argv;
const queue = guestQueue();
const batched = flusher(true);
const single = flusher(false);
const flushAll = ({ engine }: Flusher): void => {
  for (const [lo, hi] of queue) engine.descriptor(lo, hi);
};
/** Of the round that warms up. */
const callsOf = (one: Flusher): number => {
  flushAll(one);
  return one.calls();
};
const calls = { batched: callsOf(batched), single: callsOf(single) };
const times = inRounds(Number(rounds), {
  batched: () => millisecondsOf(() => flushAll(batched)),
  c: () => timeC(program),
  single: () => millisecondsOf(() => flushAll(single)),
});
batched.end();
single.end();
const told: InvalidationTimes = { pages: PAGES, batch: BATCH, processes: PROCESSES, calls, times };
console.log(JSON.stringify(told));
