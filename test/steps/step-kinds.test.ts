import { describe, expect, test } from 'vitest';
import planSchema from '../../schema/plan.v1.schema.json' with { type: 'json' };
import { EMPTY_LIVE } from '../../src/model/live.ts';
import records from '../../src/state/sealed-records.schema.json' with { type: 'json' };
import {
  describeStep,
  EVERY_KIND,
  heldWhenBegun,
  heldWhenDone,
  invertStep,
  leftoverName,
  outlivesProcess,
  traitsOf,
} from '../../src/steps/step-kinds.ts';
import { EVERY_STEP } from '../views/models.ts';

const STEPS = EVERY_STEP.map(({ step }) => step);

test('every kind has a step among the models of the tests, and a form in the schema of plans', () => {
  expect(new Set(STEPS.map(({ kind }) => kind))).toEqual(new Set(EVERY_KIND));
  const forms = JSON.stringify(planSchema).matchAll(/"kind":\{[^{}]*"const":"([\w-]+)"/g);
  expect(new Set([...forms].map(([, kind]) => kind))).toEqual(new Set(['Plan', ...EVERY_KIND]));
});

test('every kind can be read from a saved plan, and from the journal when it outlives the process', () => {
  const forms = (steps: typeof records.$defs.step | typeof records.$defs.hostStep): string[] =>
    [...JSON.stringify(steps).matchAll(/"kind":\{"(?:const":"([\w-]+)"|enum":\[([^\]]+)\])/g)].flatMap(
      ([, one, several = '']) => (one === undefined ? (several.match(/[\w-]+/g) ?? []) : [one]),
    );
  const journalled = new Set(STEPS.filter(outlivesProcess).map(({ kind }) => kind));
  expect(EVERY_KIND.filter((kind) => !forms(records.$defs.step).includes(kind))).toEqual([]);
  expect(new Set(forms(records.$defs.hostStep))).toEqual(journalled);
});

describe.each(STEPS.map((step) => [step.kind, step] as const))('%s', (_kind, step) => {
  const inverse = invertStep(step);

  test('is undone by a step of its opposite kind, which it undoes itself', () => {
    expect(inverse.kind).toBe(traitsOf(step).opposite);
    expect(invertStep(inverse)).toEqual(step);
  });

  test('outlives the process when its opposite does, and is about the same thing', () => {
    expect(outlivesProcess(inverse)).toBe(outlivesProcess(step));
    expect(traitsOf(inverse).heading).toBe(traitsOf(step).heading);
    expect(leftoverName(inverse)).toBe(leftoverName(step));
    expect(describeStep(step)).not.toBe('');
  });

  test('leaves the ledger as it was when it is done and undone; what was begun is held', () => {
    const held = heldWhenBegun(EMPTY_LIVE, step);
    const begun = heldWhenBegun(EMPTY_LIVE, inverse);
    // One of a pair that outlives the process takes something, the other gives it back.
    expect([held, begun].filter((live) => live !== EMPTY_LIVE)).toHaveLength(outlivesProcess(step) ? 1 : 0);
    expect(heldWhenDone(heldWhenDone(held === EMPTY_LIVE ? begun : held, step), inverse)).toEqual(EMPTY_LIVE);
  });
});
