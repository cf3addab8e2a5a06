import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EngineWorld, engineWorld } from './engine-world.ts';
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
  pasidIotlb,
  passThrough,
  ROOT,
  SCALABLE,
  TRANSLATING,
  waitDescriptor,
  words,
} from './guest-tables.ts';
import { Model, type Places } from './model.ts';

/** More of them with PASIDCTL_RUNS. */
const RUNS = Number(process.env.PASIDCTL_RUNS ?? 100);
const PASID_BITS = 7;
const DEVICES = [
  { name: 'A', bdf: '00:05.0', bus: 0, devfn: 0x28, maxPasidLog2: 20 },
  { name: 'B', bdf: '00:06.0', bus: 0, devfn: 0x30, maxPasidLog2: 6 },
  { name: 'C', bdf: '00:07.0', bus: 0, devfn: 0x38, maxPasidLog2: 0 },
];
const MEMORY_BYTES = 0x500_0000n;

const device = fc.integer({ min: 0, max: DEVICES.length - 1 });
const pasid = fc.constantFrom(0, 1, 5, 63, 64, 127);
const anyPasid = fc.oneof(pasid, fc.constantFrom(128, 300, 0xfffff));
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
      flags: fc.constantFrom(0n, 1n, 9n, 9n, 9n, 0x49n, 0x29n),
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
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

interface Pair {
  readonly world: EngineWorld;
  readonly model: Model;
}

function newPair(inPlace: boolean): Pair {
  const options = { pasidBits: PASID_BITS };
  const world = engineWorld({ devices: DEVICES, memoryBytes: MEMORY_BYTES, options, inPlace });
  const model = new Model({
    pasidBits: PASID_BITS,
    devices: DEVICES,
    read(address) {
      const bytes = new Uint8Array(8);
      if (world.memory.read(address, bytes) !== 'ok') return null;
      return new DataView(bytes.buffer).getBigUint64(0, true);
    },
  });
  guestTables(world.memory).writeAll(DEVICES.length);
  apply({ world, model }, { do: 'rtaddr', value: ROOT | SCALABLE });
  apply({ world, model }, { do: 'gsts', value: TRANSLATING });
  return { world, model };
}

/** Do it to both; the tables that the model wants invalidated. */
function apply({ world, model }: Pair, what: Event): ReadonlySet<string> {
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
      return model.tablesOf(what.domain, what.pasid);
    case 'flush-domain':
      engine.descriptor(...(what.domain === null ? globalIotlb() : domainIotlb(what.domain)));
      engine.descriptor(...waitDescriptor());
      return model.tablesOf(what.domain, null);
  }
  return new Set();
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

function madeMoves({ calls, machine }: EngineWorld, tableOf: Map<number, string>): readonly string[] {
  const parents = new Set(machine.devices.map(({ engine }) => engine.parent));
  return calls.flatMap((call) => {
    if (call.host === 'hwpt-alloc') tableOf.set(call.hwpt ?? 0, call.firstStage.pageTable);
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

test(
  'agrees with a slow model of the case table on every binding, every move in order, and every invalidation',
  () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 80, size: 'max' }), fc.boolean(), (events, inPlace) => {
        const pair = newPair(inPlace);
        const { world, model } = pair;
        const tableOf = new Map<number, string>();
        for (const what of events) {
          const before = model.places();
          world.clear();
          const invalidated = apply(pair, what);
          expect(madeMoves(world, tableOf)).toEqual(expectedMoves(before, model.places()));
          expect(bindingsOf(world)).toEqual(model.bindings);
          const flushed = world.calls.flatMap((call) => (call.host === 'invalidate' ? [tableOf.get(call.hwpt)] : []));
          expect(new Set(flushed)).toEqual(invalidated);
          expect(flushed).toHaveLength(invalidated.size);
          expect(world.engine.countHwpts()).toBe(model.tablesOf(null, null).size);
        }
      }),
      { numRuns: RUNS },
    );
  },
  30_000 + RUNS * 200,
);
