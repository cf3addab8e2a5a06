import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { EMPTY_SPEC, type Spec } from '../../src/model/spec.ts';
import { planChanges } from '../../src/plan/plan-changes.ts';
import { invertStep } from '../../src/steps/step-kinds.ts';
import { arbitrarySpec, PLAIN_HOST } from '../support/arbitrary-spec.ts';
import { World } from '../support/plan-world.ts';
import { emptyModel, type Model, runPlan, runStep } from '../support/step-model.ts';

/** `modules` and drivers as the plain host has them. */
function freshModel(): Model {
  const model = emptyModel();
  for (const { address, driver, driverOverride } of PLAIN_HOST.functions) {
    model.drivers.set(address, driver);
    model.overrides.set(address, driverOverride);
  }
  model.modules.add('vfio_pci');
  return model;
}

const specs = fc.array(arbitrarySpec, { minLength: 1, maxLength: 4 });

test('every step comes after what it needs, whatever spec follows whatever spec', () => {
  fc.assert(
    fc.property(specs, (wanted) => {
      const world = new World();
      for (const spec of wanted) world.apply(spec);
    }),
    { numRuns: 300 },
  );
});

test('what was applied needs nothing more', () => {
  fc.assert(
    fc.property(specs, (wanted) => {
      const world = new World();
      for (const spec of wanted) {
        world.apply(spec);
        expect(world.plan(spec).steps).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test('destroying what was applied restores the world, drivers and overrides included', () => {
  fc.assert(
    fc.property(specs, (wanted) => {
      const restored = wanted.map(withRestore);
      const world = new World();
      const before = world.snapshot();
      for (const spec of restored) world.apply(spec);
      world.apply(EMPTY_SPEC);
      expect(world.snapshot()).toEqual(before);
      expect(world.live()).toEqual(EMPTY_LIVE);
    }),
    { numRuns: 200 },
  );
});

function withRestore(spec: Spec): Spec {
  return { ...spec, devices: spec.devices.map((device) => ({ ...device, release: 'restore' })) };
}

test('undoing a plan backwards, from any point of it, brings every earlier state back', () => {
  fc.assert(
    fc.property(arbitrarySpec, arbitrarySpec, fc.nat(), (first, second, stop) => {
      const world = new World();
      world.apply(withRestore(first));
      const before = world.snapshot();
      const steps = world.plan(withRestore(second)).steps.map(({ step }) => step);
      const done = steps.slice(0, stop % (steps.length + 1));
      for (const step of done) runStep(world.model, step);
      for (const step of [...done].reverse()) runStep(world.model, invertStep(step));
      expect(world.snapshot()).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

test('equal inputs give byte-identical plans', () => {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? field.toString() : field));
  fc.assert(
    fc.property(arbitrarySpec, (spec) => {
      const plan = (): string => text(planChanges({ spec, host: PLAIN_HOST, live: EMPTY_LIVE }));
      expect(plan()).toBe(plan());
    }),
  );
});

test('an inverse is undone by its own inverse', () => {
  fc.assert(
    fc.property(arbitrarySpec, (spec) => {
      for (const { step } of planChanges({ spec, host: PLAIN_HOST, live: EMPTY_LIVE }).steps) {
        expect(invertStep(invertStep(step))).toEqual(step);
      }
    }),
  );
});

test('the module comes before the first device, and not at all where nothing must be taken', () => {
  const model = freshModel();
  model.modules.clear();
  const [some] = fc.sample(
    arbitrarySpec.filter(({ devices }) => devices.some(({ name }) => name !== 'dev3')),
    1,
  );
  if (some !== undefined) runPlan(model, planChanges({ spec: some, host: PLAIN_HOST, live: EMPTY_LIVE }));
  expect(planChanges({ spec: EMPTY_SPEC, host: PLAIN_HOST, live: EMPTY_LIVE }).steps).toEqual([]);
});
