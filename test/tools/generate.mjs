/**
 * Makes the files in src/spec/generated/ out of schema/host.v1.schema.json: types for the compiler, and a validator
 * that needs no ajv at run time. `npm run generate` writes them; a test compares them with the committed ones.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const ROOT = new URL('../../', import.meta.url);
const SCHEMA = new URL('schema/host.v1.schema.json', ROOT);
const BANNER = '// Made by `npm run generate` from schema/host.v1.schema.json. Do not edit.';

/** The whole schema, and its parts: ajv's time grows with the square of a list's errors, so long lists go by entry. */
const VALIDATORS = {
  validateSpec: '',
  validateDevice: '/$defs/device',
  validateViommu: '/$defs/viommu',
  validateMemory: '/$defs/memory',
  validateBinding: '/$defs/binding',
  validateAccepted: '/$defs/accepted',
  validateName: '/$defs/name',
  validatePasidRange: '/$defs/pasidRange',
};

/** Keywords for editors, and the one that carries our wording; ajv ignores them. */
const ANNOTATIONS = ['patternErrorMessage'];

/**
 * All generated files, by path below the repository's root.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function generate() {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  return {
    'src/spec/generated/written-spec.ts': await typesOf(schema),
    'src/spec/generated/validate-host.js': await validatorOf(schema),
    'src/spec/generated/validate-host.d.ts': VALIDATOR_TYPES,
  };
}

async function typesOf(schema) {
  const source = await compile(forTypes(schema), 'WrittenSpec', {
    bannerComment: BANNER,
    unknownAny: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return source.replaceAll(/^( +)(?=\w+\??:)/gm, '$1readonly ').replaceAll(/(?<=: )\w+\[\](?=;$)/gm, 'readonly $&');
}

/** The schema in words that the type maker understands: named, and without "exactly one of these". */
function forTypes(schema) {
  const definitions = Object.entries(schema.$defs).map(([name, definition]) => [
    name,
    definition.type === 'object' ? { title: typeName(name), ...definition } : definition,
  ]);
  return simplify({ ...schema, title: 'WrittenSpec', $defs: Object.fromEntries(definitions) });
}

function typeName(name) {
  return `Written${name[0].toUpperCase()}${name.slice(1)}`;
}

/**
 * "Exactly one of" would turn a plain interface into a union of intersections; and words beside a `$ref` to an object
 * would make it a new, nameless type.
 */
function simplify(schema) {
  return JSON.parse(JSON.stringify(schema), (_key, value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    if (typeof value.$ref === 'string') return isObject(schema, value.$ref) ? { $ref: value.$ref } : value;
    if (value.additionalProperties !== false) return value;
    const { allOf: _allOf, if: _if, then: _then, ...rest } = value;
    return rest;
  });
}

function isObject(schema, reference) {
  return schema.$defs[reference.slice('#/$defs/'.length)].type === 'object';
}

async function validatorOf(schema) {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(ANNOTATIONS);
  ajv.addSchema(schema);
  const references = Object.entries(VALIDATORS).map(([name, definition]) => [name, `${schema.$id}#${definition}`]);
  const code = standalone.default(ajv, Object.fromEntries(references));
  const bundle = await build({
    stdin: { contents: `${code}\nexport const schema = ${JSON.stringify(schema)};`, resolveDir: fileURLToPath(ROOT) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    write: false,
  });
  return `${BANNER}\n${bundle.outputFiles[0].text}`;
}

const VALIDATOR_TYPES = `${BANNER}
import type { ErrorObject } from 'ajv';
import type { WrittenSpec } from './written-spec.ts';

interface Validate<T> {
  (data: unknown): data is T;
  errors?: readonly ErrorObject[] | null;
}

${Object.keys(VALIDATORS)
  .map((name) => `export declare const ${name}: Validate<${name === 'validateSpec' ? 'WrittenSpec' : 'unknown'}>;`)
  .join('\n')}
/** The JSON Schema itself. */
export declare const schema: Readonly<Record<string, unknown>>;
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await generate())) writeFileSync(new URL(path, ROOT), text);
}
