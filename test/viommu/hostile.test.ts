import fc from 'fast-check';
import { expect, test } from 'vitest';
import { known } from '../../src/assert.ts';
import { FAILING_CALLS, type FailingCall } from '../../src/guest/operation.ts';
import { ledgerLies } from '../support/ledger-truth.ts';
import { type EngineWorld, engineWorld, GUEST_CAP, GUEST_ECAP } from './engine-world.ts';
import {
  firstStage,
  globalPasidCache,
  guestTables,
  NOT_PRESENT,
  onePasidCache,
  pageGroupResponse,
  ROOT,
  SCALABLE,
  TRANSLATING,
  words,
} from './guest-tables.ts';

/** More of them with PASIDCTL_RUNS. */
const RUNS = Number(process.env.PASIDCTL_RUNS ?? 60);
const PASID_BITS = 7;
const DEVICES = [
  { name: 'A', bdf: '00:05.0', unit: 'dmar0' },
  { name: 'B', bdf: '00:06.0', unit: 'dmar0', maxPasidLog2: 6 },
  { name: 'C', bdf: '00:07.0', unit: 'dmar1' },
];
const SOURCES = [0x28, 0x30, 0x38];
const MEMORY_BYTES = 0x400_0000n;
/** SRS, EAFS, SSTS, PRS and PDS. */
const EVERYTHING_OFFERED = (1n << 31n) | (1n << 34n) | (1n << 46n) | (1n << 29n) | (1n << 42n);

const interesting = fc.oneof(
  fc.constantFrom(
    0n,
    1n,
    0x10001n,
    0x11001n,
    0x11009n,
    0x20009n,
    0x100_0001n,
    0x100_0041n,
    0x41n,
    0x101n,
    2n ** 64n - 1n,
  ),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.bigInt({ min: 0n, max: MEMORY_BYTES }),
);
const place = fc.oneof(
  fc.integer({ min: 0x10000, max: 0x10fff }),
  fc.integer({ min: 0x11000, max: 0x11fff }),
  fc.integer({ min: 0x20000, max: 0x22fff }),
  fc.integer({ min: 0x100_0000, max: 0x100_1fff }),
  fc.integer({ min: 0x200_0000, max: 0x200_1fff }),
  fc.integer({ min: 0x300_0000, max: 0x300_1fff }),
);

const device = fc.integer({ min: 0, max: DEVICES.length - 1 });
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('word' as const), at: place, value: interesting }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('entry' as const),
      device,
      pasid: fc.constantFrom(0, 5, 64),
      domain: fc.integer({ min: 0, max: 2 }),
      table: fc.constantFrom(null, 0x100_0000n, 0x200_0000n, 0xffff_0000_1234_5000n),
      flags: fc.constantFrom(0n, 0n, 1n, 0x80n, 0x91n, 4n),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('global' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('context' as const), device, flags: fc.constantFrom(1n, 9n, 0x19n, 0x19n) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('request' as const),
      device,
      pasid: fc.constantFrom(0, 5, 64),
      group: fc.integer({ min: 0, max: 2 }),
      perm: fc.integer({ min: 0, max: 15 }),
      answer: fc.constantFrom('taken' as const, 'taken' as const, 'full' as const, 'refused' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('response' as const),
      device,
      pasid: fc.constantFrom(0, 5, 64),
      group: fc.integer({ min: 0, max: 2 }),
      code: fc.constantFrom(0, 1, 7, 15),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('one' as const),
      domain: fc.integer({ min: 0, max: 2 }),
      pasid: fc.constantFrom(0, 5, 64, 0xfffff),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('descriptor' as const), lo: interesting, hi: interesting }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('known-type' as const),
      type: fc.bigInt({ min: 1n, max: 9n }),
      rest: fc.bigInt({ min: 0n, max: 2n ** 48n }),
      hi: interesting,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      call: fc.constantFrom(...FAILING_CALLS),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rtaddr' as const),
      value: fc.oneof(fc.constantFrom(BigInt(ROOT | SCALABLE), BigInt(ROOT), BigInt(ROOT | 0xc00)), interesting),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gsts' as const), value: fc.constantFrom(TRANSLATING, 0n) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fsts' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.constantFrom(1, 1000, 100_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reset' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unplug' as const) }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const ways = fc.record({
  sharing: fc.boolean(),
  failedReplace: fc.constantFrom('detach' as const, 'keep' as const),
  inPlace: fc.boolean(),
  batching: fc.boolean(),
  pasid0Gate: fc.boolean(),
  /** PASIDs that may be bound in all; there are more to bind. */
  maxEntries: fc.constantFrom(2 ** 20, 2 ** 20, 2),
});
type Ways = typeof ways extends fc.Arbitrary<infer T> ? T : never;

function newWorld({ inPlace, ...how }: Ways): EngineWorld {
  const options = { pasidBits: PASID_BITS, ...how };
  const world = engineWorld({ devices: DEVICES, memoryBytes: MEMORY_BYTES, options, inPlace });
  world.engine.setCapabilities(GUEST_CAP, GUEST_ECAP | EVERYTHING_OFFERED);
  guestTables(world.memory).writeAll(DEVICES.length);
  world.engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
  world.engine.setRegister('GSTS', TRANSLATING);
  return world;
}

function apply(world: EngineWorld, what: Event): void {
  const { engine, memory, failures, machine } = world;
  switch (what.do) {
    case 'context':
      guestTables(memory).writeContext(what.device, BigInt(guestTables(memory).directoryAt(what.device)) | what.flags);
      break;
    case 'request':
      world.answer = what.answer;
      request(world, what);
      break;
    case 'response':
      engine.descriptor(...pageGroupResponse(SOURCES[what.device] ?? 0, what.pasid, what));
      break;
    case 'word':
      memory.write(BigInt(what.at & ~7), words(what.value));
      break;
    case 'entry': {
      const entry = what.table === null ? NOT_PRESENT : firstStage(what.domain, what.table, what.flags);
      guestTables(memory).writeEntry(what.device, what.pasid, entry);
      break;
    }
    case 'global':
      engine.descriptor(...globalPasidCache());
      break;
    case 'one':
      engine.descriptor(...onePasidCache(what.domain, what.pasid));
      break;
    case 'descriptor':
      engine.descriptor(what.lo, what.hi);
      break;
    case 'known-type':
      engine.descriptor(what.type | (what.rest << 4n), what.hi);
      break;
    case 'fail':
      failures.order({ op: 'fail', call: what.call, errno: 5, times: what.times });
      break;
    case 'rtaddr':
      engine.setRegister('RTADDR', what.value);
      break;
    case 'gsts':
      engine.setRegister('GSTS', what.value);
      break;
    case 'fsts':
      engine.setRegister('FSTS', 0x10n);
      break;
    case 'advance':
      engine.advance(what.ms);
      break;
    case 'reset':
      engine.reset();
      break;
    case 'unplug':
      engine.unplug('B');
      machine.release(1);
      break;
  }
}

function request(
  { engine, machine }: EngineWorld,
  { device: index, pasid, group, perm }: Omit<Extract<Event, { do: 'request' }>, 'do'>,
): void {
  const { bdf } = known(machine.devices[index], 'device');
  machine.world.requestPages(bdf, [{ flags: 3, pasid, grpid: group, perm, addr: 0x1000n }]);
  engine.pollFaults();
}

/** What the engine says is what the hardware does, for every PASID of every device, and no HWPT is forgotten. */
/** @param objects  kernel objects but first-stage HWPTs */
function expectTruth({ engine, machine }: EngineWorld, objects: number, { failedReplace }: Ways): void {
  const held = new Map<string, number | null>();
  for (const { device, pasid, hwpt, state } of engine.bindings()) {
    held.set(`${device.name}/${pasid}`, hwpt);
    if (state !== 'failed') expect(hwpt).not.toBeNull();
    else if (failedReplace === 'detach') expect(hwpt).toBeNull();
  }
  for (const { bdf, engine: device } of machine.devices) {
    for (let pasid = 0; pasid < 2 ** PASID_BITS; pasid++) {
      const told = held.get(`${device.name}/${pasid}`);
      const real = machine.world.hardware(bdf, pasid);
      if (told !== undefined) expect(real).toBe(told);
      // An RID without an entry is blocked, or on its parent while nothing translates.
      else expect([null, ...(pasid === 0 ? [device.parent] : [])]).toContain(real);
    }
  }
  expect(ledgerLies(machine, 2 ** PASID_BITS)).toEqual([]);
  expect(machine.world.countObjects().objects - objects).toBe(engine.countHwpts() + engine.countFaultQueues());
}

function settle(world: EngineWorld): void {
  for (const call of FAILING_CALLS as readonly FailingCall[]) while (world.failures.take(call) !== null);
  world.engine.setRegister('FSTS', 0x10n);
  world.engine.resync();
  world.engine.resync();
}

test(
  'hostile memory, descriptors and hosts: the engine knows what the hardware does, leaks nothing, and converges',
  () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 60, size: 'max' }), ways, (events, how) => {
        const world = newWorld(how);
        const registers: Registers = { rtaddr: BigInt(ROOT | SCALABLE), gsts: TRANSLATING };
        const unplugged = events.some((what) => what.do === 'unplug');
        const objects = world.machine.world.countObjects().objects - world.engine.countHwpts() - Number(unplugged);
        for (const what of events) {
          world.clear();
          apply(world, what);
          follow(registers, what);
          // Root, context, directory and two leaves per device; a second look where one was missed.
          expect(world.reads.count).toBeLessThanOrEqual(DEVICES.length * 12);
        }
        expectTruth(world, objects, how);
        settle(world);
        expectTruth(world, objects, how);
        expectConverged(world, registers, { unplugged, how });
      }),
      { numRuns: RUNS },
    );
  },
  30_000 + RUNS * 200,
);

interface Registers {
  rtaddr: bigint;
  gsts: bigint;
}

function follow(registers: Registers, what: Event): void {
  if (what.do === 'rtaddr') registers.rtaddr = what.value;
  if (what.do === 'gsts') registers.gsts = what.value;
  if (what.do === 'reset') Object.assign(registers, { rtaddr: 0n, gsts: 0n });
}

interface Lived {
  readonly unplugged: boolean;
  readonly how: Ways;
}

/** A fresh engine on the same memory and registers comes to the same. */
function expectConverged(
  { engine, memory }: EngineWorld,
  { rtaddr, gsts }: Registers,
  { unplugged, how }: Lived,
): void {
  const options = { pasidBits: PASID_BITS, ...how };
  const fresh = engineWorld({ devices: DEVICES, memoryBytes: MEMORY_BYTES, options, memory });
  fresh.engine.setCapabilities(GUEST_CAP, GUEST_ECAP | EVERYTHING_OFFERED);
  // B leaves before it takes anything from the limit.
  if (unplugged) fresh.engine.unplug('B');
  fresh.engine.setRegister('RTADDR', rtaddr);
  fresh.engine.setRegister('GSTS', gsts);
  expect(outcome(engine, how)).toEqual(outcome(fresh.engine, how));
}

/** Of a limit: who came first is bound, so only how many are is told. */
function outcome(engine: EngineWorld['engine'], { maxEntries }: Ways): unknown {
  const isLimited = maxEntries < 2 ** 20;
  const bindings = [...engine.bindings()].map(({ device: { name }, hwpt, ...rest }) => ({ ...rest, device: name }));
  return {
    bound: bindings.filter(({ state }) => state === 'attached').length,
    bindings: bindings.map((one) => (isLimited && one.pasid !== 0 ? { ...one, state: null } : one)),
    objects: isLimited ? null : [engine.countHwpts(), engine.countFaultQueues()],
  };
}
