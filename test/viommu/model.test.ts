import fc from 'fast-check';
import { expect, test } from 'vitest';
import { known } from '../../src/assert.ts';
import { IOMMU_PGFAULT_FLAGS, IOMMU_PGFAULT_PERM } from '../../src/uapi/iommufd.ts';
import { type EngineWorld, engineWorld, GUEST_CAP, GUEST_ECAP } from './engine-world.ts';
import {
  contextCache,
  domainIotlb,
  domainPasidCache,
  firstStage,
  globalIotlb,
  globalPasidCache,
  guestTables,
  NOT_PRESENT,
  onePasidCache,
  pageGroupResponse,
  pasidIotlb,
  passThrough,
  ROOT,
  SCALABLE,
  TRANSLATING,
  waitDescriptor,
  words,
} from './guest-tables.ts';
import { type Answers, Model, type Places } from './model.ts';

const { READ, WRITE, EXEC } = IOMMU_PGFAULT_PERM;

/** More of them with PASIDCTL_RUNS. */
const RUNS = Number(process.env.PASIDCTL_RUNS ?? 100);
const PASID_BITS = 7;
const DEVICES = [
  { name: 'A', bdf: '00:05.0', bus: 0, devfn: 0x28, maxPasidLog2: 20, unit: 'dmar0' },
  { name: 'B', bdf: '00:06.0', bus: 0, devfn: 0x30, maxPasidLog2: 6, unit: 'dmar0' },
  { name: 'C', bdf: '00:07.0', bus: 0, devfn: 0x38, maxPasidLog2: 0, unit: 'dmar0' },
  { name: 'D', bdf: '00:08.0', bus: 0, devfn: 0x40, maxPasidLog2: 20, unit: 'dmar1' },
];
const PAGE_REQUESTS = (1n << 29n) | (1n << 42n);
const MEMORY_BYTES = 0x600_0000n;

const device = fc.integer({ min: 0, max: DEVICES.length - 1 });
const pasid = fc.constantFrom(0, 1, 2, 5, 63, 64, 127);
/** Bound to begin with. */
const ASKING = [1, 2];
const asking = fc.constantFrom(0, 1, 1, 1, 2, 2);
const asker = fc.constantFrom(0, 0, 1, 3);
const anyPasid = fc.oneof(pasid, fc.constantFrom(128, 300, 0xfffff));
const group = fc.integer({ min: 0, max: 1 });
const domain = fc.integer({ min: 1, max: 3 });
const table = fc.constantFrom(0x100_0000, 0x200_0000, 0x300_0000);
const entry = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(domain, table).map(([did, at]) => firstStage(did, at)) },
  { weight: 2, arbitrary: fc.constant(NOT_PRESENT) },
  { weight: 1, arbitrary: domain.map(passThrough) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(domain, fc.constantFrom(1n, 4n, 0x10n, 0x80n))
      .map(([did, flags]) => firstStage(did, 0x100_0000, flags)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(domain, fc.bigInt({ min: 0n, max: 7n }))
      .map(([did, type]) => words(1n | (type << 6n), BigInt(did), 0x200_0000n, 0n, 0n, 0n, 0n, 0n)),
  },
);

const event = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('entry' as const), device, pasid, entry }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('directory' as const),
      device,
      number: fc.integer({ min: 0, max: 2 }),
      value: fc.constantFrom(null, 0n, 0x1ff_f000_0001n),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('context' as const),
      device,
      flags: fc.constantFrom(0n, 1n, 9n, 9n, 0x19n, 0x19n, 0x19n, 0x49n, 0x29n),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('one' as const), domain, pasid: anyPasid }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('domain' as const), domain }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('global' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('context-cache' as const), device: fc.option(device) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rtaddr' as const),
      value: fc.constantFrom(ROOT | SCALABLE, ROOT | SCALABLE, ROOT, ROOT | 0xc00, 0x7000 | SCALABLE),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('gsts' as const), value: fc.constantFrom(TRANSLATING, TRANSLATING, 0n) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reset' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resync' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('flush-pasid' as const), domain, pasid: anyPasid }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('flush-domain' as const), domain: fc.option(domain) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('request' as const),
      ...{ device: asker, pasid: asking, group },
      records: fc.integer({ min: 1, max: 3 }),
      perm: fc.constantFrom(READ, READ, READ | WRITE, READ | EXEC, EXEC),
      guest: fc.constantFrom('taken' as const, 'taken' as const, 'full' as const, 'refused' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('response' as const),
      ...{ device: asker, pasid: asking, group },
      code: fc.constantFrom(0, 1, 15),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.constantFrom(4000, 10_000) }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const ways = fc.record({ inPlace: fc.boolean(), sharing: fc.boolean(), pasid0Gate: fc.boolean() });
type Ways = typeof ways extends fc.Arbitrary<infer T> ? T : never;

interface Pair {
  readonly world: EngineWorld;
  readonly model: Model;
  /** By HWPT: its table, and whether it asks for pages. */
  readonly tableOf: Map<number, string>;
}

function newPair({ inPlace, sharing, pasid0Gate }: Ways): Pair {
  const options = { pasidBits: PASID_BITS, sharing, pasid0Gate };
  const world = engineWorld({ devices: DEVICES, memoryBytes: MEMORY_BYTES, options, inPlace });
  world.engine.setCapabilities(GUEST_CAP, GUEST_ECAP | PAGE_REQUESTS);
  const model = new Model({
    ...options,
    devices: DEVICES,
    read(address) {
      const bytes = new Uint8Array(8);
      if (world.memory.read(address, bytes) !== 'ok') return null;
      return new DataView(bytes.buffer).getBigUint64(0, true);
    },
  });
  const tables = guestTables(world.memory);
  tables.writeAll(DEVICES.length);
  for (const at of DEVICES.keys()) {
    tables.writeContext(at, BigInt(tables.directoryAt(at)) | 0x19n);
    for (const number of ASKING) tables.writeEntry(at, number, firstStage(1, 0x100_0000 * number));
  }
  const pair = { world, model, tableOf: new Map<number, string>() };
  apply(pair, { do: 'rtaddr', value: ROOT | SCALABLE });
  apply(pair, { do: 'gsts', value: TRANSLATING });
  expect(madeMoves(pair)).toEqual(expectedMoves(new Model(model.world).places(), model.places()));
  return pair;
}

/** What the model wants beside moves: tables to be invalidated, groups to be answered, page requests put to the guest. */
interface Wanted {
  readonly invalidated?: readonly string[];
  readonly answers?: Answers;
  readonly asked?: number;
}

/** Do it to both. */
function apply(pair: Pair, what: Event): Wanted {
  const { world, model } = pair;
  const { engine, memory } = world;
  const tables = guestTables(memory);
  switch (what.do) {
    case 'entry':
      tables.writeEntry(what.device, what.pasid, what.entry);
      break;
    case 'directory':
      if (what.value === null) tables.writeDirectory(what.device, what.number);
      else tables.writeDirectory(what.device, what.number, what.value);
      break;
    case 'context':
      tables.writeContext(what.device, what.flags === 0n ? 0n : BigInt(tables.directoryAt(what.device)) | what.flags);
      break;
    case 'one':
      engine.descriptor(...onePasidCache(what.domain, what.pasid));
      model.sync({ kind: 'pasid', domain: what.domain, pasid: what.pasid });
      break;
    case 'domain':
      engine.descriptor(...domainPasidCache(what.domain));
      model.sync({ kind: 'domain', domain: what.domain });
      break;
    case 'global':
      engine.descriptor(...globalPasidCache());
      model.sync({ kind: 'all' });
      break;
    case 'context-cache': {
      const meant = what.device === null ? null : DEVICES[what.device];
      engine.descriptor(...contextCache(meant?.devfn ?? null));
      model.sync({ kind: 'all' }, meant === null || meant === undefined ? undefined : [meant.name]);
      break;
    }
    case 'rtaddr':
      engine.setRegister('RTADDR', BigInt(what.value));
      model.setRtaddr(BigInt(what.value));
      break;
    case 'gsts':
      engine.setRegister('GSTS', what.value);
      model.setGsts(what.value);
      break;
    case 'reset':
      engine.reset();
      model.reset();
      break;
    case 'resync':
      engine.resync();
      model.sync({ kind: 'all' });
      break;
    case 'flush-pasid':
      engine.descriptor(...pasidIotlb(what.domain, what.pasid));
      engine.descriptor(...waitDescriptor());
      return { invalidated: model.tablesOf(what.domain, what.pasid) };
    case 'flush-domain':
      engine.descriptor(...(what.domain === null ? globalIotlb() : domainIotlb(what.domain)));
      engine.descriptor(...waitDescriptor());
      return { invalidated: model.tablesOf(what.domain, null) };
    case 'request':
      return request(pair, what);
    case 'response': {
      const { name, devfn } = known(DEVICES[what.device], 'device');
      engine.descriptor(...pageGroupResponse(devfn, what.pasid, what));
      return { answers: model.respond(`${name}/${what.pasid}`, what.group, what.code) };
    }
    case 'advance':
      engine.advance(what.ms);
      return { answers: model.advance(what.ms) };
  }
  return {};
}

function request({ world, model }: Pair, what: Extract<Event, { do: 'request' }>): Wanted {
  const { device: index, pasid: number, group: grpid, records, perm, guest } = what;
  const { bdf, engine } = known(world.machine.devices[index], 'device');
  const key = `${engine.name}/${number}`;
  const flags = (last: boolean): number => IOMMU_PGFAULT_FLAGS.PASID_VALID | (last ? IOMMU_PGFAULT_FLAGS.LAST_PAGE : 0);
  world.answer = guest;
  world.machine.world.requestPages(
    bdf,
    Array.from({ length: records }, (_, at) => {
      return { flags: flags(at === records - 1), pasid: number, grpid, perm, addr: BigInt(at) << 12n };
    }),
  );
  world.engine.pollFaults();
  const allowed = (perm & EXEC) === 0 || (perm & READ) !== 0;
  const isAsked = allowed && number !== 0 && model.bindings.get(key)?.asks === true;
  return { answers: model.request(key, grpid, { allowed, guest }), asked: isAsked ? records : 0 };
}

/** Detaches of all devices, then attaches; a replace is one of the latter. */
function expectedMoves(before: Places, after: Places): readonly string[] {
  const moves = (name: string): readonly (readonly [number, string, string | undefined])[] =>
    [...new Set([...before.keys(), ...after.keys()])]
      .filter((key) => key.startsWith(`${name}/`) && before.get(key) !== after.get(key))
      .map((key): [number, string, string | undefined] => [Number(key.split('/')[1]), key, after.get(key)])
      .sort(([a], [b]) => a - b);
  const gone = DEVICES.flatMap(({ name }) => {
    const removed = moves(name).filter(([, , to]) => to === undefined);
    return [...removed.filter(([number]) => number !== 0), ...removed.filter(([number]) => number === 0)];
  });
  const come = DEVICES.flatMap(({ name }) => moves(name).filter(([, , to]) => to !== undefined));
  return [
    ...gone.map(([, key]) => `detach ${key}`),
    ...come.map(([, key, to]) => `${before.has(key) ? 'replace' : 'attach'} ${key} ${to}`),
  ];
}

function madeMoves({ world: { calls, machine }, tableOf }: Pair): readonly string[] {
  const parents = new Set(machine.devices.map(({ engine }) => engine.parent));
  return calls.flatMap((call) => {
    if (call.host === 'hwpt-alloc') {
      const asking = call.faultQueue === undefined ? '' : ' asking';
      tableOf.set(call.hwpt ?? 0, `${call.firstStage.pageTable}${asking}`);
    }
    if (call.host === 'detach') return [`detach ${call.device}/${call.pasid}`];
    if (call.host !== 'attach' && call.host !== 'replace') return [];
    return [`${call.host} ${call.device}/${call.pasid} ${parents.has(call.hwpt) ? 'parent' : tableOf.get(call.hwpt)}`];
  });
}

function bindingsOf({ engine }: EngineWorld): ReadonlyMap<string, unknown> {
  return new Map(
    [...engine.bindings()].map(({ device: { name }, pasid: number, domain: did, stage, state }) => {
      expect(state).toBe('attached');
      return [`${name}/${number}`, { domain: did, table: stage === null ? null : `0x${stage.pageTable.toString(16)}` }];
    }),
  );
}

function shown({ bindings }: Model): ReadonlyMap<string, unknown> {
  return new Map([...bindings].map(([key, { domain: did, table: at }]) => [key, { domain: did, table: at }]));
}

function flushedTables({ world, tableOf }: Pair): readonly (string | undefined)[] {
  const flushed = world.calls.flatMap((call) =>
    call.host === 'invalidate' ? [tableOf.get(call.hwpt)?.split(' ')[0]] : [],
  );
  return flushed.sort();
}

test(
  'agrees with a slow model of the case table on every binding, move in order, invalidation and page request',
  () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 80, size: 'max' }), ways, (events, how) => {
        const pair = newPair(how);
        const { world, model } = pair;
        for (const what of events) {
          const before = model.places();
          world.clear();
          const { invalidated = [], answers = [], asked = 0 } = apply(pair, what);
          expect(madeMoves(pair)).toEqual(expectedMoves(before, model.places()));
          expect(bindingsOf(world)).toEqual(shown(model));
          expect(flushedTables(pair)).toEqual(invalidated);
          expect(
            world.calls.flatMap((call) => (call.host === 'fault-respond' ? [call.errno ?? call.code] : [])),
          ).toEqual(answers);
          expect(world.asked).toHaveLength(asked);
          expect(world.engine.countHwpts()).toBe(model.tablesOf(null, null).length);
        }
      }),
      { numRuns: RUNS },
    );
  },
  30_000 + RUNS * 200,
);
