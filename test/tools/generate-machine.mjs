/**
 * Makes the files in src/host/generated/ out of schema/machine.v1.schema.json: types for the compiler, and a validator that
 * needs no ajv at run time. `node test/tools/generate-machine.mjs` writes them; a test compares them with the committed ones.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const ROOT = new URL('../../', import.meta.url);
const SCHEMA = new URL('schema/machine.v1.schema.json', ROOT);
const BANNER = '// Made by test/tools/generate-machine.mjs from schema/machine.v1.schema.json. Do not edit.';

/**
 * All generated files, by path below the repository's root.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function generateMachine() {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  return {
    'src/host/generated/written-machine.ts': await typesOf(schema),
    'src/host/generated/validate-machine.js': validatorOf(schema),
    'src/host/generated/validate-machine.d.ts': VALIDATOR_TYPES,
  };
}

async function typesOf(schema) {
  const source = await compile(schema, 'WrittenMachine', {
    bannerComment: BANNER,
    customName: ({ $id, title }) => ($id === undefined ? writtenName(title) : 'WrittenMachine'),
    unknownAny: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return source.replaceAll(/^( +)(?=\w+\??:)/gm, '$1readonly ');
}

function writtenName(title) {
  return title === undefined ? undefined : `Written${title[0].toUpperCase()}${title.slice(1)}`;
}

/** The schema and its validator. No keyword of this schema needs ajv's run-time helpers, so the code stands alone. */
function validatorOf(schema) {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, code: { source: true, esm: true, lines: true } });
  const code = standalone.default(ajv, ajv.compile(schema)).replace(/^export default .*\n/m, '');
  if (code.includes('require(')) throw new Error('the validator needs a helper of ajv at run time');
  return `${BANNER}\n${code}\nexport const schema = ${JSON.stringify(schema)};\n`;
}

const VALIDATOR_TYPES = `${BANNER}
import type { ErrorObject } from 'ajv';
import type { WrittenMachine } from './written-machine.ts';

export declare const validate: {
  (data: unknown): data is WrittenMachine;
  errors?: readonly ErrorObject[] | null;
};
/** The JSON Schema itself. */
export declare const schema: Readonly<Record<string, unknown>>;
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await generateMachine())) writeFileSync(new URL(path, ROOT), text);
}
