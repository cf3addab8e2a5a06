/**
 * Machine files: a {@link Host} as YAML, for planning elsewhere (`--machine`), for simulating, and for bug reports.
 *
 * The file contains all of Host: `parseMachine(formatMachine(h))` equals h. Its format is schema/machine.v1.schema.json.
 */

import type { ErrorObject } from 'ajv';
import { Document, isMap, isScalar, Scalar, visit } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../model/host.ts';
import { validate } from './generated/validate-machine.js';
import type { WrittenMachine } from './generated/written-machine.ts';
import { type MachineText, readText } from './machine-text.ts';
import { readMachine } from './read-machine.ts';
import { writeMachine } from './write-machine.ts';

export { MACHINE_LIMIT_BYTES } from './machine-text.ts';

/** Most schema violations reported for one file. */
const MAX_PROBLEMS = 50;

/** Maps that are written on one line. */
const ONE_LINE = new Set(['pasid', 'ats', 'pri', 'bridge']);

/** Registers, addresses and versions are quoted: a YAML 1.1 reader takes some of them for numbers, and `10:20` for a time. */
const NEEDS_QUOTES = /^0x|^[0-9a-f]+:|^[0-9]+$/;

/** YAML text; equal hosts give equal text. */
export function formatMachine(host: Host): string {
  const document = new Document(writeMachine(host), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && NEEDS_QUOTES.test(node.value)) node.type = Scalar.QUOTE_SINGLE;
    },
    Pair: (_, { key, value }) => {
      if (isMap(value) && isScalar(key) && ONE_LINE.has(String(key.value))) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

export interface ParsedMachine {
  /** `null` exactly when the diagnostics have errors. */
  readonly host: Host | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param file  the file's name, for diagnostics */
export function parseMachine(text: string, file: string): ParsedMachine {
  const read = readText(text, file);
  if ('diagnostics' in read) return { host: null, diagnostics: read.diagnostics };
  const { value } = read;
  if (!validate(value)) return refused((validate.errors ?? []).slice(0, MAX_PROBLEMS).map(toDiagnostic(read)));
  const repeated = findRepeated(value, read);
  return repeated.length > 0 ? refused(repeated) : { host: readMachine(value), diagnostics: [] };
}

function refused(diagnostics: readonly Diagnostic[]): ParsedMachine {
  return { host: null, diagnostics };
}

function toDiagnostic(text: MachineText): (error: ErrorObject) => Diagnostic {
  return ({ instancePath, message = 'is wrong', params }) => {
    const path = instancePath.split('/').slice(1).map(unescapePointer);
    const unknown: unknown = params.additionalProperty;
    const place = typeof unknown === 'string' ? [...path, unknown] : path;
    const allowed: unknown = params.allowedValues ?? params.allowedValue;
    const detail = allowed === undefined ? '' : `: ${JSON.stringify(allowed)}`;
    const name = place.length === 0 ? 'The document' : place.join('.');
    return diagnostic('MACHINE_INVALID', `${name} ${typeof unknown === 'string' ? 'is unknown' : message}${detail}.`, {
      location: text.locate(place),
    });
  };
}

function unescapePointer(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Functions are identified by address and units by name, so each may be listed once. */
function findRepeated({ units = [], functions = [] }: WrittenMachine, text: MachineText): Diagnostic[] {
  return [
    ...repeats(units.map(({ name }) => name)).map((index) => ['units', index, 'name'] as const),
    ...repeats(functions.map(({ address }) => address)).map((index) => ['functions', index, 'address'] as const),
  ].map((path) =>
    diagnostic('MACHINE_INVALID', `${path.join('.')} is the same as in an earlier entry.`, {
      location: text.locate(path),
    }),
  );
}

/** Indexes of values that repeat an earlier one. */
function repeats(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}
