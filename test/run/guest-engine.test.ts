import { describe, expect, test } from 'vitest';
import { createScriptMemory } from '../../src/guest/script-memory.ts';
import { formatHwptRef } from '../../src/model/hwpt-ref.ts';
import { EMPTY_SPEC, type Spec } from '../../src/model/spec.ts';
import { guestConflicts } from '../../src/plan/guest-conflicts.ts';
import { startGuestEngine } from '../../src/run/guest-engine.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import type { Engine } from '../../src/viommu/engine.ts';
import { hostAbility } from '../../src/viommu/state/engine-device.ts';
import { exampleText, type SimRun, simRun, specOf } from '../support/sim-run.ts';
import { firstStage, guestTables, passThrough, ROOT, SCALABLE, TRANSLATING } from '../viommu/guest-tables.ts';

/** Guest page tables at 0x2000000 and 0x2001000, PASIDs 1 and 2 of two devices. */
const SPEC = specOf(exampleText('two-pasids.yaml'));
/** PASID 2 of the first device is wanted on the other table, and that of the second device no more. */
const NEXT: Spec = {
  ...SPEC,
  bindings: SPEC.bindings.flatMap((binding) => {
    if (binding.last !== 2) return [binding];
    return binding.device === 'dsa0' ? [{ ...binding, target: known(SPEC.bindings[0]).target }] : [];
  }),
};

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the example has changed');
  return value;
}

/** A guest that puts the RID of its first device on a table, and PASIDs 5 to 7 on the very table that the spec's PASID 1 is on. */
function startGuest({ kernel, ledger }: SimRun): Engine {
  const memory = createScriptMemory(null);
  const tables = guestTables(memory);
  tables.writeAll(2);
  tables.writeEntry(0, 0, firstStage(2, 0x300_0000));
  for (const pasid of [5, 6, 7]) tables.writeEntry(0, pasid, firstStage(1, 0x200_0000));
  tables.writeEntry(1, 0, passThrough(1));
  const [unit] = SAMPLE_MACHINE.units;
  const engine = startGuestEngine({
    kernel,
    viommu: ledger.viommu('guest0'),
    devices: ['dsa0', 'dsa1'].map((name, index) => ({
      name,
      ...{ bus: 0, devfn: (5 + index) << 3, pageRequests: false, parentTakesPasids: true },
      host: hostAbility(known(unit)),
    })),
    options: { pasidBits: 8 },
    memory,
    report: ({ message }) => {
      throw new Error(message);
    },
  });
  engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE));
  engine.setRegister('GSTS', TRANSLATING);
  return engine;
}

function ridsOf({ ledger }: SimRun): readonly string[] {
  return ledger
    .toLive()
    .viommus.flatMap(({ devices }) => devices)
    .map(({ name, ridOwner, ridAttached }) => `${name} ${ridOwner}, ${ridAttached ? 'on parent' : 'detached'}`);
}

function guestBindings({ ledger }: SimRun): readonly string[] {
  return ledger
    .toLive()
    .viommus.flatMap(({ bindings }) => bindings)
    .filter(({ owner }) => owner === 'guest')
    .map(({ device, first, last, to }) => `${device} ${first}-${last} ${formatHwptRef(to)}`);
}

const BOUND = ['dsa0 0-0 guest-fs@dmar0/0x3000000/48', 'dsa0 5-7 guest-fs@dmar0/0x2000000/48'];

test('a second apply leaves alone what a guest’s engine has attached, and plans nothing for it', async () => {
  const run = simRun();
  expect((await run.apply(SPEC)).kind).toBe('applied');
  startGuest(run);
  expect(guestBindings(run)).toEqual(BOUND);
  expect(run.plan(SPEC).steps).toEqual([]);
  expect(await run.apply(SPEC)).toMatchObject({ kind: 'applied', steps: 0 });
  expect(guestBindings(run)).toEqual(BOUND);
});

test('a spec that changes beside a guest is applied, verified, and touches the spec’s bindings alone', async () => {
  const run = simRun();
  await run.apply(SPEC);
  startGuest(run);
  expect(run.plan(NEXT).steps.map(({ step }) => step.kind)).toEqual([
    'detach-pasids',
    'replace-pasids',
    'free-first-stage',
  ]);
  expect(await run.apply(NEXT)).toMatchObject({ kind: 'applied', verified: { unverified: [] } });
  expect(guestBindings(run)).toEqual(BOUND);
  expect(run.plan(NEXT).steps).toEqual([]);
});

test('a device that was unplugged belongs to the spec again: its RID is attached by the next apply, and then it is released', async () => {
  const run = simRun();
  await run.apply(SPEC);
  const engine = startGuest(run);
  engine.unplug('dsa0');
  expect(ridsOf(run)).toEqual(['dsa0 spec, detached', 'dsa1 guest, on parent']);
  expect(run.plan(SPEC).steps.map(({ step }) => step)).toMatchObject([{ kind: 'attach-rid', device: 'dsa0' }]);
  expect(await run.apply(SPEC)).toMatchObject({ kind: 'applied', steps: 1 });
  expect(ridsOf(run)).toEqual(['dsa0 spec, on parent', 'dsa1 guest, on parent']);
  expect(run.plan(SPEC).steps).toEqual([]);
});

describe('a plan that takes from a running guest is refused', () => {
  const conflictsOf = (run: SimRun, spec: Spec): readonly string[] =>
    guestConflicts(run.plan(spec), run.ledger.toLive()).map(({ code, message }) => `${code} ${message}`);

  test('when it releases a device, under its name or with all of its vIOMMU', async () => {
    const run = simRun();
    await run.apply(SPEC);
    startGuest(run);
    const dropped = { ...SPEC.viommus[0], devices: ['dsa1'] } as Spec['viommus'][number];
    const without = SPEC.bindings.filter(({ device }) => device === 'dsa1');
    expect(conflictsOf(run, { ...SPEC, viommus: [dropped], bindings: without })).toEqual([
      'HOST_GUEST_RUNS dsa0 of vIOMMU guest0: a running guest has it attached.',
    ]);
    expect(conflictsOf(run, EMPTY_SPEC)).toEqual([
      'HOST_GUEST_RUNS dsa0 of vIOMMU guest0: a running guest has it attached.',
      'HOST_GUEST_RUNS dsa1 of vIOMMU guest0: a running guest has it attached.',
    ]);
  });

  test('when it binds a PASID that the guest has attached, and not beside it', async () => {
    const run = simRun();
    await run.apply(SPEC);
    startGuest(run);
    const bound = (first: number, last: number): Spec => {
      return { ...SPEC, bindings: [...SPEC.bindings, { ...known(SPEC.bindings[0]), first, last }] };
    };
    expect(conflictsOf(run, bound(7, 9))).toEqual([
      'HOST_GUEST_HAS_PASID dsa0 of vIOMMU guest0: a running guest has PASID 7 attached.',
    ]);
    expect(conflictsOf(run, bound(8, 9))).toEqual([]);
  });

  test('and an unplugged device is no guest’s any more', async () => {
    const run = simRun();
    await run.apply(SPEC);
    const engine = startGuest(run);
    for (const device of ['dsa0', 'dsa1']) engine.unplug(device);
    expect(conflictsOf(run, EMPTY_SPEC)).toEqual([]);
  });
});

test('what an engine has given back is taken down with the rest', async () => {
  const run = simRun();
  const before = run.snapshot();
  await run.apply(SPEC);
  const engine = startGuest(run);
  for (const device of ['dsa0', 'dsa1']) engine.unplug(device);
  expect(guestBindings(run)).toEqual([]);
  expect((await run.apply(EMPTY_SPEC)).kind).toBe('applied');
  expect(run.snapshot()).toEqual(before);
});
