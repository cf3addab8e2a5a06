import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { invertStep } from '../../src/steps/step-kinds.ts';
import { planData } from '../../src/views/plan-data.ts';
import { toJson } from '../../src/views/structured.ts';
import { EVERY_PLAN, EVERY_STEP, longPlan } from './models.ts';

const SCHEMA: object = JSON.parse(readFileSync(new URL('../../schema/plan.v1.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(SCHEMA);

function problemsOf(json: string): unknown {
  validate(JSON.parse(json));
  return validate.errors;
}

describe('the JSON of a plan', () => {
  test('is what its schema says, whatever the steps', () => {
    expect(problemsOf(toJson(planData(EVERY_PLAN)))).toBeNull();
    expect(problemsOf(toJson(planData({ steps: [] })))).toBeNull();
    expect(problemsOf(toJson(planData(longPlan(3))))).toBeNull();
  });

  test('does not depend on the order of fields in the steps', () => {
    const steps = EVERY_STEP.map((planned) => ({ ...planned, step: invertStep(invertStep(reversed(planned.step))) }));
    expect(toJson(planData({ steps }))).toBe(toJson(planData(EVERY_PLAN)));
  });

  test('fails its schema when a step loses a field', () => {
    const json = toJson(planData(EVERY_PLAN)).replaceAll('"needPasidLog2"', '"somethingElse"');
    expect(problemsOf(json)).not.toBeNull();
  });
});

function reversed<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).reverse()) as T;
}
