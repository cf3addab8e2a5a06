import { expect, test } from 'vitest';
import { applyPlan } from '../../../src/apply/apply-plan.ts';
import { verifyApplied } from '../../../src/apply/verify.ts';
import { observe } from '../../../src/host/observe.ts';
import { formatHwptRef } from '../../../src/model/hwpt-ref.ts';
import { EMPTY_SPEC } from '../../../src/model/spec.ts';
import { planChanges } from '../../../src/plan/plan-changes.ts';
import { ledgerLies } from '../../support/ledger-truth.ts';
import { type EngineWorld, engineWorld } from '../engine-world.ts';
import {
  firstStage,
  globalPasidCache,
  guestTables,
  NOT_PRESENT,
  passThrough,
  ROOT,
  SCALABLE,
  TRANSLATING,
} from '../guest-tables.ts';

const DEVICES = [
  { name: 'B', bdf: '00:05.0' },
  { name: 'A', bdf: '00:06.0' },
];

/** PASIDs 5 to 7 of B on one table, 8 beside the parent, 9 on the same table in another domain; A's RID on its parent. */
function start(sharing = true): EngineWorld & { readonly tables: ReturnType<typeof guestTables> } {
  const world = engineWorld({ devices: DEVICES, options: { pasidBits: 8, sharing } });
  const tables = guestTables(world.memory);
  tables.writeAll(2);
  tables.writeEntry(0, 0, firstStage(2, 0x300_0000));
  for (const pasid of [5, 6, 7]) tables.writeEntry(0, pasid, firstStage(1, 0x200_0000));
  tables.writeEntry(0, 8, passThrough(1));
  tables.writeEntry(0, 9, firstStage(3, 0x200_0000));
  tables.writeEntry(1, 0, passThrough(1));
  world.engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
  world.engine.setRegister('GSTS', TRANSLATING);
  return { ...world, tables };
}

test('the ledger has what an engine holds: ranges by name, RIDs that left their parent as PASID 0', () => {
  const { machine } = start();
  const [viommu] = machine.ledger.toLive().viommus;
  expect(viommu?.bindings.map(({ to, ...range }) => ({ ...range, to: formatHwptRef(to) }))).toEqual([
    { owner: 'guest', device: 'B', first: 0, last: 0, domain: 2, to: 'guest-fs@dmar0/0x3000000/48' },
    { owner: 'guest', device: 'B', first: 5, last: 7, domain: 1, to: 'guest-fs@dmar0/0x2000000/48' },
    { owner: 'guest', device: 'B', first: 8, last: 8, domain: 1, to: 'parent@dmar0' },
    { owner: 'guest', device: 'B', first: 9, last: 9, domain: 3, to: 'guest-fs@dmar0/0x2000000/48' },
  ]);
  expect(viommu?.firstStages.map(({ owner }) => owner)).toEqual(['guest', 'guest']);
  expect(viommu?.devices.map(({ name, ridAttached }) => [name, ridAttached])).toEqual([
    ['B', false],
    ['A', true],
  ]);
  expect(ledgerLies(machine, 256)).toEqual([]);
});

test('HWPTs of one table that are not shared have names of their own', () => {
  const { machine } = start(false);
  const [viommu] = machine.ledger.toLive().viommus;
  const names = viommu?.bindings
    .map(({ to }) => formatHwptRef(to))
    .filter((name) => name.startsWith('guest-fs@dmar0/0x2000000/48#'));
  expect(new Set(names).size).toBe(4);
  expect(ledgerLies(machine, 256)).toEqual([]);
});

test('what the host would not let go stays in the ledger, and what it would not take is never there', () => {
  const world = start();
  world.tables.writeEntry(0, 6, NOT_PRESENT);
  world.tables.writeEntry(0, 10, firstStage(1, 0x600_0000));
  world.failures.order({ op: 'fail', call: 'detach', errno: 5, times: 1 });
  world.failures.order({ op: 'fail', call: 'attach', errno: 12, times: 1 });
  world.engine.descriptor(...globalPasidCache());
  const ranges = world.machine.ledger.toLive().viommus[0]?.bindings.map(({ first, last }) => [first, last]);
  expect(ranges).toEqual([
    [0, 0],
    [5, 7],
    [8, 8],
    [9, 9],
  ]);
  expect(ledgerLies(world.machine, 256)).toEqual([]);
});

test('the witness is asked about what an engine holds as about everything else, and the rest is taken down by the plan', async () => {
  const { machine, engine } = start();
  const { world, kernel, ledger } = machine;
  const asked: string[] = [];
  const context = {
    ...{ kernel, tree: world.tree, ledger },
    journal: { intent: () => {}, done: () => {}, settle: () => {}, end: () => {} },
    signal: new AbortController().signal,
    callWitness:
      () =>
      (
        { name, address }: { name: string; address: Parameters<typeof world.hardware>[0] },
        pasid: number,
        target: { hwpt: number } | null,
      ) => {
        asked.push(`${name}/${pasid}`);
        return world.hardware(address, pasid) === (target?.hwpt ?? null) ? ('yes' as const) : ('no' as const);
      },
  };
  expect(await verifyApplied(context, () => ({ steps: [] }))).toEqual({ verified: 5, unverified: [] });
  expect(asked).toEqual(['A/0', 'B/0', 'B/5', 'B/6', 'B/7', 'B/8', 'B/9']);

  for (const { name } of DEVICES) engine.unplug(name);
  expect(ledger.toLive().viommus[0]?.bindings).toEqual([]);
  const plan = planChanges({ spec: EMPTY_SPEC, host: observe(world.tree, { files: [] }), live: ledger.toLive() });
  const outcome = await applyPlan(plan, {
    context,
    emit: () => {},
    keepUnwritten: true,
    verify: () => ({ verified: 0, unverified: [] }),
  });
  expect(outcome.kind).toBe('applied');
  expect(world.countObjects()).toEqual({ contexts: 0, objects: 0, fds: 0 });
});
