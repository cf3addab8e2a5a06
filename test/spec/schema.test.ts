import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { schema as embedded, validateSpec } from '../../src/spec/generated/validate-host.js';
// @ts-expect-error a plain JavaScript tool without types
import { generate } from '../tools/generate.mjs';
import { HEADER, plainSpec, read, readBody } from './support.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly { readonly oneOf: readonly Schema[] }[];
}

const ROOT = new URL('../../', import.meta.url);
const text = readFileSync(new URL('schema/host.v1.schema.json', ROOT), 'utf8');
const schema: Schema = JSON.parse(text);
const objects: readonly (readonly [string, Schema])[] = [
  ['(root)', schema],
  ...Object.entries(schema.$defs ?? {}).filter(([, definition]) => definition.type === 'object'),
];
const fields = objects.flatMap(([name, object]) =>
  Object.entries(object.properties ?? {}).map(([field, property]) => ({
    path: `${name}.${field}`,
    object,
    field,
    property,
  })),
);

describe('schema', () => {
  test('the committed types and validator are what the schema generates', async () => {
    const files: Record<string, string> = await generate();
    for (const [path, content] of Object.entries(files)) {
      expect(readFileSync(new URL(path, ROOT), 'utf8'), `${path}: run npm run generate`).toBe(content);
    }
  });

  test('the validator carries the schema itself', () => {
    expect(embedded).toEqual(schema);
  });

  test('it is a valid JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: false });
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  });

  test('no mapping takes unknown fields', () => {
    expect(objects.filter(([, object]) => object.additionalProperties !== false)).toEqual([]);
  });

  test.each(fields)('$path says what it is, by description, examples and default', ({ object, field, property }) => {
    expect(property.description).toMatch(/\.$/);
    expect(property.examples?.length).toBeGreaterThan(0);
    const choices = (object.allOf ?? []).flatMap(({ oneOf }) => oneOf.flatMap(({ required }) => required ?? []));
    const needed = [...(object.required ?? []), ...choices].includes(field);
    expect(needed || property.default !== undefined).toBe(true);
  });

  test.each(fields)('the examples and the default of $path are valid', ({ property }) => {
    const ajv = new Ajv2020({ strict: false });
    const validate = ajv.compile({ ...property, $defs: schema.$defs });
    const values = [...(property.examples ?? []), ...('default' in property ? [property.default] : [])];
    for (const value of values) expect(validate(value), JSON.stringify(value)).toBe(true);
  });

  test('defaults that are written out change nothing', () => {
    const defaults = (name: string) =>
      Object.entries(schema.$defs?.[name]?.properties ?? {})
        .filter(([field, property]) => 'default' in property && field !== 'from')
        .map(([field, property]) => `${field}: ${JSON.stringify(property.default)}`);
    const device = ['name: dsa0', 'address: 6a:01.0'];
    const viommu = ['name: guest0', 'devices: [dsa0]'];
    const memory = ['file: /dev/shm/a', 'size: 4KiB', 'guestAddress: 0'];
    const body = (
      more: (name: string) => readonly string[],
    ) => `devices: [{ ${[...device, ...more('device')].join(', ')} }]
viommus:
  - { ${[...viommu, ...more('viommu').filter((line) => !/^(?:memory|devices)/.test(line))].join(', ')} }
  - { name: guest1, memory: [{ ${[...memory, ...more('memory')].join(', ')} }] }
`;
    const short = readBody(body(() => []));
    const long = readBody(body(defaults));
    expect(long.spec).not.toBeNull();
    expect(long.spec && plainSpec(long.spec)).toEqual(short.spec && plainSpec(short.spec));
  });

  test('defaults of a binding and its page table change nothing', () => {
    const body = (binding: string, table: string) => `devices: [{ name: dsa0, address: 6a:01.0 }]
viommus:
  - name: guest0
    pasidBits: 8
    firstStage: true
    memory: [{ file: /dev/shm/a, size: 4KiB, guestAddress: 0x1000 }]
    devices: [dsa0]
bindings: [{ device: dsa0, pasid: 1, firstStage: { pageTable: 0x1000${table} }${binding} }]
`;
    const short = readBody(body('', ''));
    const table = ', addressWidth: 48, levels: 4, supervisor: false, writeProtect: false, extendedAccess: false';
    const long = readBody(body(', from: spec, domain: 1', table));
    expect(long.diagnostics).toEqual([]);
    expect(long.spec && plainSpec(long.spec)).toEqual(short.spec && plainSpec(short.spec));
  });

  test('the whole validator and the one that goes entry by entry agree', () => {
    const entries = ['{ name: a, address: 6a:01.0 }', '{ name: a }', '7', '{ name: a, address: 6a:01.0, b: 1 }'];
    for (const entry of entries) {
      const { diagnostics } = read(`${HEADER}devices: [${entry}]`);
      const value = { apiVersion: 'pasidctl/v1', kind: 'Host', devices: [parseFlow(entry)] };
      expect(diagnostics.length === 0).toBe(validateSpec(value));
    }
  });
});

function parseFlow(entry: string): unknown {
  return JSON.parse(entry.replaceAll(/([a-z]\w*)(?=:\s)/g, '"$1"').replaceAll(/: ([a-z\d][\w:.]*)/g, ': "$1"'));
}
