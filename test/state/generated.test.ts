import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { EVERY_KIND, outlivesProcess } from '../../src/steps/step-kinds.ts';
import { generateState } from '../tools/generate-state.mjs';
import { EVERY_STEP } from '../views/models.ts';

const ROOT = new URL('../../', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('src/state/sealed-records.schema.json', ROOT), 'utf8'));

test('the committed validators are what the schema generates', () => {
  for (const [path, content] of Object.entries(generateState())) {
    expect(readFileSync(new URL(path, ROOT), 'utf8'), `${path}: run npm run generate`).toBe(content);
  }
});

test('it is a valid JSON Schema 2020-12, and no object takes unknown fields', () => {
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  const open: string[] = [];
  JSON.stringify(schema, (key, value) => {
    if (value?.properties !== undefined && key !== 'properties' && value.additionalProperties !== false) open.push(key);
    return value;
  });
  expect(open).toEqual([]);
});

test('it has every kind of step, and the journal those that outlive the process', () => {
  const kindsOf = (name: string): string[] =>
    schema.$defs[name].oneOf.flatMap(
      ({ properties: { kind } }: { properties: { kind: { const?: string; enum?: string[] } } }) =>
        kind.const === undefined ? kind.enum : [kind.const],
    );
  expect(kindsOf('step').sort()).toEqual([...EVERY_KIND].sort());
  const outliving = EVERY_STEP.filter(({ step }) => outlivesProcess(step)).map(({ step }) => step.kind);
  expect(kindsOf('hostStep').sort()).toEqual([...new Set(outliving)].sort());
});
