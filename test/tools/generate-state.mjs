/**
 * Makes the files in src/state/generated/ out of src/state/sealed-records.schema.json: validators that need no ajv at run time.
 * `node test/tools/generate-state.mjs` writes them; a test compares them with the committed ones.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

const ROOT = new URL('../../', import.meta.url);
const SCHEMA = new URL('src/state/sealed-records.schema.json', ROOT);
const BANNER = '// Made by test/tools/generate-state.mjs from src/state/sealed-records.schema.json. Do not edit.';

/** By file: each has what one of the formats needs, so that a command loads no more than it reads. */
const VALIDATORS = {
  'validate-saved-plan': { validateSavedPlan: 'savedPlan' },
  'validate-ledger': { validateLedger: 'ledger' },
  'validate-ledger-version-1': { validateLedgerVersion1: 'ledgerVersion1' },
  'validate-journal': { validateJournalRecord: 'journalRecord' },
};

/**
 * All generated files, by path below the repository's root.
 *
 * @returns {Record<string, string>}
 */
export function generateState() {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const files = Object.entries(VALIDATORS).flatMap(([file, definitions]) => [
    [`src/state/generated/${file}.js`, validators(schema, definitions)],
    [`src/state/generated/${file}.d.ts`, typesOf(definitions)],
  ]);
  return Object.fromEntries(files);
}

/** The first mistake is enough: nobody mends such a file by hand. */
function validators(schema, definitions) {
  const ajv = new Ajv2020({
    allowUnionTypes: true,
    discriminator: true,
    inlineRefs: false,
    messages: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addSchema(schema);
  const references = Object.entries(definitions).map(([name, definition]) => [
    name,
    `${schema.$id}#/$defs/${definition}`,
  ]);
  const code = standalone.default(ajv, Object.fromEntries(references));
  if (code.includes('require(')) throw new Error('the validators need a helper of ajv at run time');
  return `${BANNER}\n${code}\n`;
}

function typesOf(definitions) {
  const declared = Object.keys(definitions).map((name) => `export declare const ${name}: Validate;`);
  return `${BANNER}
import type { Validate } from '../checked.ts';

${declared.join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(generateState())) writeFileSync(new URL(path, ROOT), text);
}
