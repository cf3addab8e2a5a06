/**
 * engine-work WHAT [C-PROGRAM [COUNT]]
 *
 * The vIOMMU engine on a guest's memory as QEMU's memfd backend makes it, and on a host that says yes at once: what is left is
 * the engine's.
 *
 *   no-change   a global sync of 2^20 unchanged entries, against the C program on tables of that size
 *   scattered   the same, with the tables in no order
 *   first-sync  the first sync of all entries, nanoseconds per PASID, of few and of many
 *   qemu-list   the first sync of COUNT entries, milliseconds, against a C model of QEMU's list
 *   one-pasid   an entry is changed and invalidated by its PASID, nanoseconds, with few and with many bound
 *   one-flush   a PASID-IOTLB descriptor and its wait, likewise
 *   bytes       what 2^20 entries take, bytes per PASID, of one table for all and of a table each
 *
 * Prints {@link EngineTimes} as JSON: one value per round.
 */

import { spawnSync } from 'node:child_process';
import { BugError } from '../../../src/assert.ts';
import { openRamFile } from '../../../src/guest/ram-file.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import { mapSealed } from '../../../src/kernel/sealed-map.ts';
import { createEngine, type Engine } from '../../../src/viommu/engine.ts';
import type { HostOps } from '../../../src/viommu/state/host-ops.ts';
import { sealedMemory } from '../../support/sealed-memory.ts';
import { inRounds, millisecondsOf } from '../rounds.ts';

export type EngineTimes = Readonly<Record<'ours' | 'baseline', readonly number[]>>;

const ROOT = 0x10000;
const CONTEXT = 0x11000;
const DIRECTORY = 0x20000;
const TABLES = 0x100_0000;
const DEVFN = 0x28;
const ENTRY_BYTES = 64;
const PAGE_BYTES = 4096;
const LIBC = openLibc();
const ALL_LOG2 = 20;
const ALL = 2 ** ALL_LOG2;
const FEW_SYNCED = 2 ** 14;
const MANY_BOUND = 2 ** 16;
const FEW_BOUND = 16;
const EVENTS = 20_000;
const SMALL_REPEATS = 16;
const WARM_ENTRIES = 2 ** 18;

const GLOBAL = [0x37n, 0n] as const;
const WAIT = [0x2_0000_0025n, 0n] as const;

interface GuestOptions {
  /** A page table for each entry, and not one for all. Default true. */
  readonly ownTables?: boolean;
  /** PASID tables lie side by side, in their order. Default true. */
  readonly inOrder?: boolean;
}

interface Guest {
  readonly count: number;
  readonly engine: Engine;
  /** @param version  tells first stages of one PASID apart */
  writeEntry(pasid: number, version: number): void;
  /** The guest is gone, and its memory. */
  close(): void;
}

function hostThatAgrees(): HostOps {
  let hwpt = 100;
  const yes = (): number => 0;
  return {
    allocFirstStage: () => ++hwpt,
    attach: yes,
    replace: yes,
    detach: yes,
    destroy: yes,
    invalidate: yes,
    allocFaultQueue: () => ({ id: 1, fd: 3 }),
    freeFaultQueue: yes,
    readFaults: () => [],
    respond: yes,
  };
}

const HOST = { nesting: true, fiveLevels: false, supervisor: false, extendedAccess: false } as const;
const DEVICE = {
  ...{ name: 'A', bus: 0, devfn: DEVFN, unit: 0, host: HOST, maxPasidLog2: ALL_LOG2 },
  ...{ pageRequests: false, parent: 1, parentTakesPasids: true },
} as const;

/** Every table once, far from its neighbours: the step has no divisor in common with a power of two. */
function placeOf(table: number, tables: number): number {
  return (table * 40_503) % tables;
}

/** Memory of a guest with `count` entries, and an engine to look at it. */
function newGuest(count: number, { ownTables = true, inOrder = true }: GuestOptions = {}): Guest {
  const tables = Math.ceil(count / 64);
  const ram = sealedMemory(TABLES + tables * PAGE_BYTES);
  const view = new DataView(ram.bytes.buffer);
  const write = (address: number, word: number): void => {
    view.setUint32(address, word, true);
    view.setUint32(address + 4, word / 2 ** 32, true);
  };
  const tableAt = (table: number): number => TABLES + (inOrder ? table : placeOf(table, tables)) * PAGE_BYTES;
  const writeEntry: Guest['writeEntry'] = (pasid, version) => {
    const at = tableAt(pasid >>> 6) + (pasid & 63) * ENTRY_BYTES;
    write(at, 0x41);
    write(at + 8, ownTables ? domainOf(pasid) : 1);
    write(at + 16, 0x1_0000_0000 + ((ownTables ? pasid : 0) * 2 + version) * 0x1000);
  };
  write(ROOT, CONTEXT | 1);
  // PDTS 7: a directory of 2^14 entries.
  write(CONTEXT + DEVFN * 32, DIRECTORY | 9 | (7 << 9));
  for (let table = 0; table < tables; table++) write(DIRECTORY + table * 8, tableAt(table) | 1);
  for (let pasid = 0; pasid < count; pasid++) writeEntry(pasid, 0);
  const memory = openRamFile(
    ram.path,
    (bytes) => [{ guestAddress: 0n, bytes, fileOffset: 0n }],
    (fd, sizeBytes) => mapSealed(LIBC, fd, sizeBytes),
  );
  const engine = createEngine({
    options: { pasidBits: ALL_LOG2 },
    devices: [DEVICE],
    memory,
    host: hostThatAgrees(),
    report(problem) {
      throw new BugError(problem.message);
    },
  });
  engine.setRegister('RTADDR', BigInt(ROOT | 0x400));
  const close = (): void => {
    memory.close();
    ram.close();
  };
  return { count, engine, writeEntry, close };
}

function translate({ engine }: Guest): void {
  engine.setRegister('GSTS', 0xc400_0000n);
}

/** Of page tables of their own; guests have 2^16 domains. */
function domainOf(pasid: number): number {
  return (pasid % 0xffff) + 1;
}

function boundGuest(count: number, options: GuestOptions = {}): Guest {
  const guest = newGuest(count, options);
  translate(guest);
  const bound = guest.engine.countHwpts() === count;
  if (!bound) throw new BugError(`${guest.engine.countHwpts()} first stages of ${count} entries`);
  return guest;
}

function noChange(program: string, inOrder: boolean): EngineTimes {
  const { engine } = boundGuest(ALL, { inOrder });
  const order = inOrder ? [] : ['scattered'];
  const ours = (): number => millisecondsOf(() => engine.descriptor(...GLOBAL));
  const baseline = (): number => Number(spawnSync(program, [String(ALL), ...order], { encoding: 'utf8' }).stdout);
  inRounds(3, { ours });
  return inRounds(20, { ours, baseline });
}

/** Milliseconds. */
function firstSyncOf(count: number): number {
  const guest = newGuest(count);
  globalThis.gc?.();
  const spent = millisecondsOf(() => translate(guest));
  guest.close();
  return spent;
}

function againstList(program: string, count: number): EngineTimes {
  const ours = (): number => firstSyncOf(count);
  const baseline = (): number => Number(spawnSync(program, [String(count)], { encoding: 'utf8' }).stdout);
  // Until the code is compiled as a running program has it.
  inRounds(Math.ceil(WARM_ENTRIES / count), { ours });
  return inRounds(5, { ours, baseline });
}

function firstSync(): EngineTimes {
  const perPasid = (count: number): number => (firstSyncOf(count) * 1e6) / count;
  const few = (): number => {
    const values = Array.from({ length: SMALL_REPEATS }, () => perPasid(FEW_SYNCED));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const contestants = { ours: () => perPasid(ALL), baseline: few };
  inRounds(1, contestants);
  return inRounds(8, contestants);
}

/** What the guest does for some PASID and round, which is not counted, and what the engine then does. */
interface EventWork {
  guestWrites(guest: Guest, pasid: number, round: number): void;
  engineTakes(guest: Guest, pasid: number): void;
}

/** Nanoseconds of an event, over PASIDs that are far from one another. */
function perEvent(count: number, { guestWrites, engineTakes }: EventWork): () => number {
  const guest = boundGuest(count);
  let done = 0;
  const each = (act: (guest: Guest, pasid: number, round: number) => void): void => {
    for (let event = done; event < done + FEW_BOUND; event++)
      act(guest, (event * 4099) % count, Math.floor(event / count));
  };
  return () => {
    let spent = 0;
    for (const end = done + EVENTS; done < end; done += FEW_BOUND) {
      each(guestWrites);
      spent += millisecondsOf(() => each(engineTakes));
    }
    return (spent * 1e6) / EVENTS;
  };
}

function fewAndMany(work: EventWork): EngineTimes {
  const contestants = { ours: perEvent(MANY_BOUND, work), baseline: perEvent(FEW_BOUND, work) };
  inRounds(3, contestants);
  return inRounds(20, contestants);
}

/** Each time round, the other one of two first stages. */
const CHANGE_ONE: EventWork = {
  guestWrites: ({ writeEntry }, pasid, round) => writeEntry(pasid, round % 2 === 0 ? 1 : 0),
  engineTakes({ engine }, pasid) {
    engine.descriptor(0x17n | (BigInt(domainOf(pasid)) << 16n) | (BigInt(pasid) << 32n), 0n);
  },
};

const FLUSH_ONE: EventWork = {
  guestWrites: () => {},
  engineTakes({ engine }, pasid) {
    engine.descriptor(0x26n | (BigInt(domainOf(pasid)) << 16n) | (BigInt(pasid) << 32n), 0n);
    engine.descriptor(...WAIT);
  },
};

/** Growth by the first sync, after collection. */
function bytesPerPasid(ownTables: boolean): number {
  const guest = newGuest(ALL, { ownTables });
  const weigh = (): number => {
    for (let times = 0; times < 3; times++) globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = weigh();
  translate(guest);
  const grown = weigh() - before;
  if (guest.engine.countHwpts() !== (ownTables ? ALL : 1)) throw new BugError('not all are bound');
  guest.close();
  return grown / ALL;
}

const [, , what = '', program = '', count = ''] = process.argv;
const measures: Readonly<Record<string, () => EngineTimes>> = {
  'no-change': () => noChange(program, true),
  scattered: () => noChange(program, false),
  'first-sync': firstSync,
  'qemu-list': () => againstList(program, Number(count)),
  'one-pasid': () => fewAndMany(CHANGE_ONE),
  'one-flush': () => fewAndMany(FLUSH_ONE),
  bytes: () => inRounds(3, { ours: () => bytesPerPasid(false), baseline: () => bytesPerPasid(true) }),
};
const measured = measures[what]?.();
if (measured === undefined) throw new Error(`there is nothing like ${what}`);
console.log(JSON.stringify(measured));
