/**
 * invalidate-pages C-PROGRAM ROUNDS
 *
 * In the guest, in turns: the vIOMMU engine on the kernel's mock takes a guest's flushes of single pages, with batching and
 * without, and the C program makes the calls that batching leaves; see c/invalidate-pages.c. Each wait follows the flushes
 * of one process, as guests queue them; processes take turns. Prints {@link InvalidationTimes} as JSON.
 */

import { spawnSync } from 'node:child_process';
import { BugError } from '../../../src/assert.ts';
import type { Engine } from '../../../src/viommu/engine.ts';
import { firstStage, pasidIotlbPages, ROOT, SCALABLE, TRANSLATING, waitDescriptor } from '../../viommu/guest-tables.ts';
import { engineRig } from '../../vm/guest/engine-rig.ts';
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

/** An engine on mock devices and an iommufd of its own, and a process with a page table per PASID from 1 on. */
function flusher(batching: boolean): Flusher {
  let calls = 0;
  const { engine, tables, takeDown } = engineRig({
    engine: { pasidBits: 8, batching },
    host: (host) => ({
      ...host,
      invalidate(hwpt, ranges) {
        calls += 1;
        return host.invalidate(hwpt, ranges);
      },
    }),
    report(code) {
      throw new BugError(code);
    },
    guestQueue: () => 'refused',
  });
  tables.writeAll(1);
  for (let pasid = 0; pasid <= PROCESSES; pasid++) {
    tables.writeEntry(0, pasid, firstStage(domainOf(pasid), 0x2000_0000 + pasid * 0x1000));
  }
  engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
  engine.setRegister('GSTS', TRANSLATING);
  return { engine, calls: () => calls, end: takeDown };
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
