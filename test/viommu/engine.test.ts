import { describe, expect, test } from 'vitest';
import { type EngineWorld, engineWorld, GUEST_CAP, GUEST_ECAP, type WorldRequest } from './engine-world.ts';
import {
  contextCache,
  domainIotlb,
  firstStage,
  type GuestTables,
  globalPasidCache,
  guestTables,
  NOT_PRESENT,
  onePasidCache,
  pasidIotlb,
  pasidIotlbPages,
  ROOT,
  SCALABLE,
  TRANSLATING,
  waitDescriptor,
} from './guest-tables.ts';

interface Started extends EngineWorld {
  readonly tables: GuestTables;
}

/** PASID 0 of every device in domain 2, and whatever `prepare` writes; then translation goes on. */
function start(request: Partial<WorldRequest>, prepare: (tables: GuestTables) => void = () => {}): Started {
  const devices = request.devices ?? [{ name: 'A', bdf: '00:05.0' }];
  const world = engineWorld({ devices, options: { pasidBits: 8 }, ...request });
  const tables = guestTables(world.memory);
  tables.writeAll(devices.length);
  for (const index of devices.keys()) tables.writeEntry(index, 0, firstStage(2, 0x300_0000 + index * 0x1000));
  prepare(tables);
  world.engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
  world.engine.setRegister('GSTS', TRANSLATING);
  world.clear();
  return { ...world, tables };
}

const names = ({ calls }: EngineWorld): readonly string[] => calls.map(({ host }) => host);
const states = ({ engine }: EngineWorld): readonly string[] =>
  [...engine.bindings()].map(({ pasid, state }) => `${pasid} ${state}`);

describe('one look at an entry', () => {
  test('decides, also when the guest writes it anew right after: the next event mends it', () => {
    const at = 0x100_0000n + 5n * 64n;
    let rewrite = false;
    const world = start(
      {
        afterRead(address, { memory }) {
          if (rewrite && address === at) memory.write(at, firstStage(1, 0x200_0000));
        },
      },
      (tables) => tables.writeEntry(0, 5, firstStage(1, 0x200_0000)),
    );
    world.tables.writeEntry(0, 5, NOT_PRESENT);
    rewrite = true;
    world.engine.descriptor(...onePasidCache(1, 5));
    expect(names(world)).toEqual(['detach', 'hwpt-destroy']);
    expect(states(world)).toEqual(['0 attached']);
    // Root, context, directory, entry: none of them twice.
    expect(world.reads.count).toBe(4);
    world.engine.descriptor(...onePasidCache(1, 5));
    expect(states(world)).toEqual(['0 attached', '5 attached']);
  });

  test('of 256 unchanged entries reads each page of tables once, and asks the host nothing', () => {
    const world = start({}, (tables) => {
      for (let number = 1; number < 4; number++) tables.writeDirectory(0, number);
      for (let pasid = 1; pasid < 256; pasid++) tables.writeEntry(0, pasid, firstStage(1, 0x400_0000 + pasid * 0x1000));
    });
    world.engine.descriptor(...globalPasidCache());
    expect(world.calls).toEqual([]);
    expect(world.reads.count).toBe(3 + 4);
    expect(world.reads.bytes).toBe(16 + 32 + 4 * 8 + 4 * 4096);
  });

  test('of unchanged tables side by side, where memory can be compared in place, reads no table at all', () => {
    const world = start({ inPlace: true }, (tables) => {
      for (let number = 1; number < 4; number++) tables.writeDirectory(0, number);
      for (let pasid = 1; pasid < 256; pasid++) tables.writeEntry(0, pasid, firstStage(1, 0x400_0000 + pasid * 0x1000));
    });
    world.engine.descriptor(...globalPasidCache());
    expect(world.reads.bytes).toBe(16 + 32 + 4 * 8);
    // The third of four: the others are not read for it.
    world.tables.writeEntry(0, 130, NOT_PRESENT);
    world.clear();
    world.engine.descriptor(...globalPasidCache());
    expect(names(world)).toEqual(['detach', 'hwpt-destroy']);
    expect(world.reads.bytes).toBe(16 + 32 + 4 * 8 + 4096);
  });

  test.each([1, 2, 3, 7])('of tables of which one in %i changed compares no table more than three times', (every) => {
    const world = start({ inPlace: true, options: { pasidBits: 12 } }, (tables) => {
      for (let number = 0; number < 64; number++) {
        tables.writeDirectory(0, number);
        tables.writeEntry(0, number * 64, firstStage(2, 0x400_0000));
      }
    });
    for (let number = every - 1; number < 64; number += every) {
      world.tables.writeEntry(0, number * 64 + 63, firstStage(2, 0x400_0000));
    }
    world.engine.descriptor(...globalPasidCache());
    expect(names(world).every((call) => call === 'attach')).toBe(true);
    expect(world.reads.compared).toBeLessThanOrEqual(3 * 64 * 4096);
    expect(world.reads.bytes).toBe(16 + 32 + 64 * 8 + Math.floor(64 / every) * 4096);
  });

  test('of one PASID costs the same however many are bound', () => {
    const cost = (count: number): number => {
      const world = start({}, (tables) => {
        for (let number = 1; number < 4; number++) tables.writeDirectory(0, number);
        for (let pasid = 1; pasid <= count; pasid++) tables.writeEntry(0, pasid, firstStage(1, 0x400_0000));
      });
      world.engine.descriptor(...onePasidCache(1, 1));
      return world.reads.bytes;
    };
    expect(cost(255)).toBe(cost(1));
  });

  test('ends at the least of vIOMMU, device and directory', () => {
    const world = start({ devices: [{ name: 'A', bdf: '00:05.0', maxPasidLog2: 7 }], options: { pasidBits: 20 } });
    for (let number = 0; number < 512; number++) world.tables.writeDirectory(0, number, 0x100_0001n);
    world.clear();
    world.engine.descriptor(...globalPasidCache());
    // 7 bits are two tables.
    expect(world.reads.count).toBe(3 + 2);
  });
});

describe('sharing', () => {
  const twoDevices = [
    { name: 'A', bdf: '00:05.0' },
    { name: 'B', bdf: '00:06.0' },
  ];
  const prepare = (tables: GuestTables): void => {
    for (const device of [0, 1])
      for (const pasid of [5, 6]) tables.writeEntry(device, pasid, firstStage(1, 0x500_0000));
  };

  test('makes one first stage for one table, whoever uses it', () => {
    const world = start({ devices: twoDevices }, prepare);
    expect(world.engine.countHwpts()).toBe(3);
    world.engine.descriptor(...pasidIotlb(1, 5));
    world.engine.descriptor(...waitDescriptor());
    expect(names(world)).toEqual(['invalidate']);
  });

  test('can be switched off', () => {
    const world = start({ devices: twoDevices, options: { pasidBits: 8, sharing: false } }, prepare);
    expect(world.engine.countHwpts()).toBe(6);
    world.engine.descriptor(...pasidIotlb(1, 5));
    world.engine.descriptor(...waitDescriptor());
    expect(names(world)).toEqual(['invalidate', 'invalidate']);
  });
});

describe('invalidations until a wait', () => {
  const bound = (): Started => start({}, (tables) => tables.writeEntry(0, 5, firstStage(1, 0x500_0000)));

  test('go out as one call, each range once', () => {
    const world = bound();
    for (const page of [1n, 2n, 1n, 3n]) {
      world.engine.descriptor(...pasidIotlbPages(1, 5, { address: page << 12n, leaf: true }));
    }
    world.engine.descriptor(...pasidIotlbPages(1, 5, { address: 1n << 12n }));
    expect(world.calls).toEqual([]);
    world.engine.descriptor(...waitDescriptor());
    expect(world.calls).toMatchObject([
      {
        host: 'invalidate',
        ranges: [
          { address: '0x1000', pages: '0x1', leaf: false },
          { address: '0x2000', pages: '0x1', leaf: true },
          { address: '0x3000', pages: '0x1', leaf: true },
        ],
      },
    ]);
  });

  test('of everything swallow the others', () => {
    const world = bound();
    world.engine.descriptor(...pasidIotlbPages(1, 5, { address: 0x1000n }));
    world.engine.descriptor(...pasidIotlb(1, 5));
    world.engine.descriptor(...pasidIotlbPages(1, 5, { address: 0x2000n }));
    world.engine.descriptor(...waitDescriptor());
    expect(world.calls).toMatchObject([{ ranges: [{ address: '0x0', pages: '0xffffffffffffffff', leaf: false }] }]);
  });

  test('of as many pages as there are are of everything, where the guest may mask so many', () => {
    const world = bound();
    world.engine.setCapabilities(GUEST_CAP | (63n << 48n), GUEST_ECAP);
    world.engine.descriptor(...pasidIotlbPages(1, 5, { address: 0x1000n, mask: 52 }));
    world.engine.descriptor(...waitDescriptor());
    expect(world.calls).toMatchObject([{ errno: null, ranges: [{ address: '0x0', pages: '0xffffffffffffffff' }] }]);
  });

  test('die with their HWPT', () => {
    const world = bound();
    world.engine.descriptor(...pasidIotlb(1, 5));
    world.tables.writeEntry(0, 5, NOT_PRESENT);
    world.engine.descriptor(...onePasidCache(1, 5));
    world.engine.descriptor(...waitDescriptor());
    expect(names(world)).toEqual(['detach', 'hwpt-destroy']);
  });

  test('ten thousand pages in batches of 64 take one call per batch', () => {
    const world = bound();
    for (let page = 0; page < 10_000; page++) {
      world.engine.descriptor(...pasidIotlbPages(1, 5, { address: BigInt(page) << 12n }));
      if (page % 64 === 63) world.engine.descriptor(...waitDescriptor());
    }
    world.engine.flush();
    expect(world.calls.length).toBe(Math.ceil(10_000 / 64));
  });

  test.each([
    ['kept, since there was no HWPT for the new one', 'keep', []],
    ['still attached, since the host does not let go of it', 'detach', ['detach']],
  ] as const)('reach a former table that is %s, by its own domain', (_, failedReplace, refused) => {
    const world = start({ options: { pasidBits: 8, failedReplace } }, (tables) =>
      tables.writeEntry(0, 5, firstStage(1, 0x500_0000)),
    );
    const sent = (...descriptor: readonly [bigint, bigint]): readonly string[] => {
      world.clear();
      world.engine.descriptor(...descriptor);
      world.engine.descriptor(...waitDescriptor());
      return names(world);
    };
    for (const call of ['hwpt-alloc', ...refused] as const)
      world.failures.order({ op: 'fail', call, errno: 12, times: 1 });
    world.tables.writeEntry(0, 5, firstStage(4, 0x600_0000));
    world.engine.descriptor(...onePasidCache(1, 5));
    expect(sent(...pasidIotlb(1, 5))).toEqual(['invalidate']);
    expect(sent(...domainIotlb(1))).toEqual(['invalidate']);
    expect(sent(...pasidIotlb(4, 5))).toEqual([]);
    // What the guest has written is in the new one.
    world.tables.writeEntry(0, 5, NOT_PRESENT);
    expect(sent(...onePasidCache(4, 5))).toEqual(['detach', 'hwpt-destroy']);
  });

  test('that the host refuses are followed by one of everything, and told', () => {
    const world = bound();
    world.failures.order({ op: 'fail', call: 'invalidate', errno: 22, times: 1 });
    world.engine.descriptor(...pasidIotlbPages(1, 5, { address: 0x1000n }));
    world.engine.descriptor(...waitDescriptor());
    expect(world.calls).toMatchObject([{ errno: 'EINVAL' }, { errno: null, ranges: [{ address: '0x0' }] }]);
    expect(world.problems).toMatchObject([{ code: 'VIOMMU_INVALIDATE_FAILED' }]);
  });
});

describe('limits', () => {
  test('of bindings refuse what is too much, and take it when there is room', () => {
    const world = start({ options: { pasidBits: 8, maxPerDevice: 2 } });
    for (const pasid of [5, 6, 7]) world.tables.writeEntry(0, pasid, firstStage(1, 0x500_0000 + pasid * 0x1000));
    world.engine.descriptor(...globalPasidCache());
    expect(states(world)).toEqual(['0 attached', '5 attached', '6 attached', '7 failed']);
    expect(world.problems).toMatchObject([{ code: 'VIOMMU_ENTRY_LIMIT', pasid: 7 }]);
    world.tables.writeEntry(0, 5, NOT_PRESENT);
    world.engine.descriptor(...globalPasidCache());
    expect(states(world)).toEqual(['0 attached', '6 attached', '7 attached']);
  });

  test('hold for all devices together too', () => {
    const devices = ['00:05.0', '00:06.0'].map((bdf) => ({ name: bdf, bdf }));
    const world = start({ devices, options: { pasidBits: 8, maxEntries: 1 } }, (tables) => {
      for (const device of [0, 1]) tables.writeEntry(device, 5, firstStage(1, 0x500_0000));
    });
    expect(states(world)).toEqual(['0 attached', '5 attached', '0 attached', '5 failed']);
  });
});

describe('a guest that does everything wrong at once', () => {
  test('is told about, with an end', () => {
    const world = start({ options: { pasidBits: 12 } }, (tables) => {
      for (let number = 1; number < 64; number++) tables.writeDirectory(0, number);
    });
    for (let pasid = 1; pasid < 4096; pasid++) world.tables.writeEntry(0, pasid, firstStage(1, 0x500_0000, 4n));
    world.engine.descriptor(...globalPasidCache());
    expect(world.problems).toHaveLength(257);
    expect(world.problems.at(-1)).toMatchObject({
      code: 'VIOMMU_MORE_PROBLEMS',
      message: expect.stringContaining('3839'),
    });
    world.clear();
    world.engine.descriptor(...globalPasidCache());
    expect(world.problems).toEqual([]);
  });

  test('cannot make more tables resident than the limit of bindings takes', () => {
    const world = start({ options: { pasidBits: 20, maxEntries: 64 } });
    for (let number = 0; number < 128; number++) world.tables.writeDirectory(0, number, 0x100_0001n);
    world.tables.writeContext(0, BigInt(world.tables.directoryAt(0)) | 0x9n | (4n << 9n));
    for (let number = 128; number < 2048; number++) world.tables.writeDirectory(0, number, 0x100_0001n);
    world.engine.descriptor(...globalPasidCache());
    expect(world.problems.some(({ code }) => code === 'VIOMMU_ENTRY_LIMIT')).toBe(true);
    expect([...world.engine.bindings()].filter(({ state }) => state === 'attached')).toHaveLength(64 + 1);
    expect(world.engine.sizeBytes()).toBeLessThan(320 * 64 * 100);
  });

  test('that binds and unbinds one PASID after the other leaves no table resident', () => {
    const world = start({ options: { pasidBits: 16, maxEntries: 64 } });
    world.tables.writeContext(0, BigInt(world.tables.directoryAt(0)) | 0x9n | (3n << 9n));
    const before = world.engine.sizeBytes();
    for (let number = 1; number < 400; number++) {
      world.tables.writeDirectory(0, number);
      for (const entry of [firstStage(2, 0x500_0000), NOT_PRESENT]) {
        world.tables.writeEntry(0, number * 64, entry);
        world.engine.descriptor(...onePasidCache(2, number * 64));
      }
    }
    expect(world.problems).toEqual([]);
    expect(world.engine.sizeBytes()).toBe(before);
  });
});

describe('memory that does not answer', () => {
  test.each([
    ...[0, 1, 2, 3].map((before) => [before, false] as const),
    // The gate reads PASID 0's directory entry and entry first.
    ...[0, 1, 2, 3, 4, 5].map((before) => [before, true] as const),
  ])(
    'removes nothing, and makes the next event look at everything: after %i reads, PASID 0 as gate: %s',
    (before, pasid0Gate) => {
      let left = -1;
      const world = start(
        {
          options: { pasidBits: 8, pasid0Gate },
          afterRead(_, { failures }) {
            if (--left === 0) failures.order({ op: 'fail', call: 'guest-read', errno: 5, times: 1 });
          },
        },
        (tables) => tables.writeEntry(0, 5, firstStage(1, 0x500_0000)),
      );
      world.tables.writeEntry(0, 5, NOT_PRESENT);
      left = before;
      if (before === 0) world.failures.order({ op: 'fail', call: 'guest-read', errno: 5, times: 1 });
      world.engine.descriptor(...onePasidCache(1, 5));
      expect(world.calls).toEqual([]);
      expect(world.problems).toMatchObject([{ code: 'VIOMMU_MEMORY_UNREADABLE' }]);
      world.engine.descriptor(...onePasidCache(9, 9));
      expect(states(world)).toEqual(['0 attached']);
    },
  );
});

describe('what failed', () => {
  test('is tried again after one second, then two, then four, and not any more when it is well', () => {
    const world = start({}, (tables) => tables.writeEntry(0, 5, firstStage(1, 0x500_0000)));
    world.tables.writeEntry(0, 6, firstStage(1, 0x600_0000));
    world.failures.order({ op: 'fail', call: 'hwpt-alloc', errno: 12, times: 3 });
    world.engine.descriptor(...onePasidCache(1, 6));
    const waits: (number | null)[] = [];
    for (let round = 0; round < 3; round++) {
      const left = world.engine.msToRetry();
      waits.push(left);
      world.engine.advance(left ?? 0);
    }
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(world.engine.msToRetry()).toBeNull();
    expect(states(world)).toEqual(['0 attached', '5 attached', '6 attached']);
  });
});

test('an RID that cannot go back to its nest parent is shown as wanting that, and goes there later', () => {
  const world = start({});
  world.failures.order({ op: 'fail', call: 'replace', errno: 12, times: 1 });
  world.engine.setRegister('GSTS', 0n);
  expect([...world.engine.bindings()]).toMatchObject([
    { pasid: 0, stage: null, hwpt: null, state: 'failed', errno: 12 },
  ]);
  world.clear();
  world.engine.advance(1000);
  expect(names(world)).toEqual(['attach']);
  expect(states(world)).toEqual([]);
});

describe('QEMU’s ways', () => {
  test('of asking PASID 0 first are followed only when wanted', () => {
    const gate = (pasid0Gate: boolean): readonly string[] => {
      const world = start({ options: { pasidBits: 8, pasid0Gate } }, (tables) => {
        tables.writeEntry(0, 5, firstStage(1, 0x500_0000));
      });
      world.tables.writeEntry(0, 0, NOT_PRESENT);
      world.engine.descriptor(...onePasidCache(2, 0));
      world.engine.descriptor(...onePasidCache(1, 5));
      return states(world);
    };
    expect(gate(false)).toEqual(['5 attached']);
    expect(gate(true)).toEqual([]);
  });
});

test('a root table that is set again is looked at again', () => {
  const world = start({});
  world.tables.writeEntry(0, 5, firstStage(1, 0x500_0000));
  world.engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
  expect(states(world)).toEqual(['0 attached', '5 attached']);
});

describe('what the guest is offered', () => {
  test('decides about entries that were there before it was known', () => {
    const supervised = firstStage(1, 0x500_0000, 1n);
    const world = start({}, (tables) => tables.writeEntry(0, 5, supervised));
    expect(states(world)).toEqual(['0 attached']);
    world.engine.setCapabilities(GUEST_CAP, GUEST_ECAP | (1n << 31n));
    expect(states(world)).toEqual(['0 attached', '5 attached']);
    world.engine.setCapabilities(GUEST_CAP, GUEST_ECAP);
    expect(states(world)).toEqual(['0 attached']);
    expect(world.problems).toMatchObject([{ code: 'VIOMMU_NOT_OFFERED', pasid: 5 }]);
  });
});

describe('a context command', () => {
  test('does what a context-cache descriptor does while there is no queue', () => {
    const world = start({});
    world.tables.writeContext(0, 0n);
    world.engine.setRegister('CCMD', (1n << 63n) | (3n << 61n) | (0x28n << 16n));
    expect(names(world)).toEqual([]);
    world.engine.descriptor(...contextCache(0x2f));
    expect(names(world)).toEqual([]);
    world.engine.descriptor(...contextCache(0x28));
    expect(names(world)).toEqual(['detach', 'hwpt-destroy']);
  });
});
