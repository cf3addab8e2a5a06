import { describe, expect, test } from 'vitest';
import { IOMMU_PGFAULT_FLAGS, IOMMU_PGFAULT_PERM } from '../../../src/uapi/iommufd.ts';
import { type EngineWorld, engineWorld, GUEST_CAP, GUEST_ECAP, type WorldRequest } from '../engine-world.ts';
import {
  firstStage,
  type GuestTables,
  globalPasidCache,
  guestTables,
  NOT_PRESENT,
  onePasidCache,
  passThrough,
  ROOT,
  SCALABLE,
  TRANSLATING,
} from '../guest-tables.ts';

const PAGE_REQUESTS = (1n << 29n) | (1n << 42n);
const PRE = 0x10n;
const { READ, WRITE, EXEC } = IOMMU_PGFAULT_PERM;

interface Started extends EngineWorld {
  readonly tables: GuestTables;
}

/** PASID 5 of A and B on one table; page requests allowed for A alone. */
function start(request: Partial<WorldRequest> = {}): Started {
  const devices = ['00:05.0', '00:06.0'].map((bdf, index) => ({ name: 'AB'.charAt(index), bdf }));
  const world = engineWorld({ devices, options: { pasidBits: 8 }, ...request });
  world.engine.setCapabilities(GUEST_CAP, GUEST_ECAP | PAGE_REQUESTS);
  const tables = guestTables(world.memory);
  tables.writeAll(2);
  tables.writeContext(0, BigInt(tables.directoryAt(0)) | 9n | PRE);
  for (const device of [0, 1]) tables.writeEntry(device, 5, firstStage(1, 0x500_0000));
  world.engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
  world.engine.setRegister('GSTS', TRANSLATING);
  world.clear();
  return Object.assign(world, { tables });
}

interface Asking {
  readonly device?: number;
  readonly pasid?: number;
  readonly perm?: number;
  readonly count?: number;
}

function ask({ machine, engine }: EngineWorld, { device = 0, pasid = 5, perm = READ, count = 1 }: Asking = {}): void {
  const bdf = machine.devices[device]?.bdf;
  if (bdf === undefined) throw new Error('no such device');
  const records = Array.from({ length: count }, (_, index) => ({
    flags: IOMMU_PGFAULT_FLAGS.PASID_VALID | (index === count - 1 ? IOMMU_PGFAULT_FLAGS.LAST_PAGE : 0),
    ...{ pasid, grpid: 3, perm, addr: BigInt(index) << 12n },
  }));
  machine.world.requestPages(bdf, records);
  engine.pollFaults();
}

function answer({ engine }: EngineWorld, code: bigint, pasid = 5n): void {
  engine.descriptor(0x19n | (code << 12n) | (0x28n << 16n) | (pasid << 32n), 3n << 3n);
}

const answers = ({ calls }: EngineWorld): readonly number[] =>
  calls.flatMap((call) => (call.host === 'fault-respond' ? [call.code] : []));

describe('a page request', () => {
  test('reaches the guest with its group, and the answer the kernel', () => {
    const world = start();
    ask(world, { count: 200, perm: READ | WRITE });
    expect(world.asked).toHaveLength(200);
    expect(world.asked.at(-1)).toMatchObject({ pasid: 5, source: 0x28, read: true, write: true, last: true, group: 3 });
    expect(world.asked.slice(0, -1).every(({ last }) => !last)).toBe(true);
    answer(world, 0n);
    expect(answers(world)).toEqual([0]);
  });

  test.each([
    ['success', 0n, 0],
    ['invalid', 1n, 1],
    ['a reserved code', 7n, 1],
    ['failure', 15n, 1],
  ])('answered with %s', (_, code, told) => {
    const world = start();
    ask(world);
    answer(world, code);
    expect(answers(world)).toEqual([told]);
  });

  test.each([
    ['that finds the guest’s queue full is tried again by the device', 'full', READ, 0],
    ['that the guest refuses is invalid', 'refused', READ, 1],
    ['for execution without reading is invalid', 'taken', EXEC, 1],
  ] as const)('%s', (_, taken, perm, told) => {
    const world = start();
    world.answer = taken;
    ask(world, { perm });
    expect(answers(world)).toEqual([told]);
    answer(world, 0n);
    expect(answers(world)).toEqual([told]);
  });

  test('that the guest does not answer is invalid after ten seconds', () => {
    const world = start();
    ask(world);
    expect(world.engine.msToRetry()).toBe(10_000);
    world.engine.advance(9_999);
    expect(answers(world)).toEqual([]);
    expect(world.engine.msToRetry()).toBe(1);
    world.engine.advance(1);
    expect(answers(world)).toEqual([1]);
    expect(world.engine.msToRetry()).toBeNull();
  });

  test('is the kernel’s to answer also when its PASID came back to the same queue', () => {
    const world = start();
    world.tables.writeEntry(0, 6, firstStage(1, 0x500_0000));
    world.engine.descriptor(...onePasidCache(1, 6));
    ask(world);
    for (const entry of [NOT_PRESENT, firstStage(1, 0x500_0000)]) {
      world.tables.writeEntry(0, 5, entry);
      world.engine.descriptor(...onePasidCache(1, 5));
    }
    expect(world.engine.countFaultQueues()).toBe(1);
    answer(world, 0n);
    expect(answers(world)).toEqual([]);
  });

  test('of a PASID that was unbound meanwhile is the kernel’s to answer', () => {
    const world = start();
    ask(world);
    world.tables.writeEntry(0, 5, NOT_PRESENT);
    world.engine.descriptor(...onePasidCache(1, 5));
    answer(world, 0n);
    expect(answers(world)).toEqual([]);
    expect(world.problems).toMatchObject([{ code: 'VIOMMU_PAGE_REQUEST' }]);
  });
});

describe('fault queues', () => {
  test('are only for devices whose context entry allows page requests', () => {
    const world = start();
    expect(world.engine.countFaultQueues()).toBe(1);
    expect(world.engine.countHwpts()).toBe(2);
    ask(world, { device: 1 });
    expect(world.asked).toEqual([]);
  });

  test('come and go when the guest allows page requests and forbids them', () => {
    const world = start();
    world.tables.writeContext(0, BigInt(world.tables.directoryAt(0)) | 9n);
    world.engine.descriptor(...globalPasidCache());
    expect(world.calls.map(({ host }) => host)).toEqual(['replace', 'hwpt-destroy', 'fault-queue-free']);
    expect(world.engine.countFaultQueues()).toBe(0);
    world.tables.writeContext(0, BigInt(world.tables.directoryAt(0)) | 9n | PRE);
    // Any event: the context entry concerns all that is below it.
    world.engine.descriptor(...onePasidCache(9, 9));
    expect(world.engine.countFaultQueues()).toBe(1);
  });

  test.each([2, 3])('come also when the look that saw the switch ended after %i reads', (reads) => {
    let left = -1;
    const world = start({
      afterRead(_, { failures }) {
        if (--left === 0) failures.order({ op: 'fail', call: 'guest-read', errno: 5, times: 1 });
      },
    });
    world.tables.writeEntry(1, 0, passThrough(1));
    world.engine.descriptor(...globalPasidCache());
    world.tables.writeContext(1, BigInt(world.tables.directoryAt(1)) | 9n | PRE);
    // Of A as many, and then those of B.
    left = 4 + reads;
    world.engine.descriptor(...globalPasidCache());
    expect(world.engine.countFaultQueues()).toBe(1);
    world.engine.advance(1000);
    // Both on one table again.
    expect([world.engine.countFaultQueues(), world.engine.countHwpts()]).toEqual([1, 1]);
    ask(world, { device: 1 });
    expect(world.asked).toHaveLength(1);
  });

  test('that cannot be had leave the entry failed, and are tried again', () => {
    const world = start();
    world.failures.order({ op: 'fail', call: 'fault-queue-alloc', errno: 24, times: 1 });
    world.tables.writeEntry(0, 6, firstStage(1, 0x600_0000));
    world.engine.descriptor(...onePasidCache(1, 6));
    expect(world.calls.map(({ host, errno }) => [host, errno])).toEqual([['fault-queue-alloc', 'EMFILE']]);
    world.engine.advance(1000);
    expect([...world.engine.bindings()].every(({ state }) => state === 'attached')).toBe(true);
  });

  test('outlive their HWPT until it is destroyed', () => {
    const world = start();
    world.failures.order({ op: 'fail', call: 'hwpt-destroy', errno: 16, times: 1 });
    world.tables.writeEntry(0, 5, NOT_PRESENT);
    world.engine.descriptor(...onePasidCache(1, 5));
    expect(world.calls.map(({ host }) => host)).toEqual(['detach', 'hwpt-destroy']);
    expect(world.engine.countFaultQueues()).toBe(1);
    world.clear();
    world.engine.advance(1000);
    expect(world.calls.map(({ host }) => host)).toEqual(['hwpt-destroy', 'fault-queue-free']);
    expect(world.engine.countFaultQueues()).toBe(0);
  });
});
