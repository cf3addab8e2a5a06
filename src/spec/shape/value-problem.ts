/** A field whose value the schema does not allow. */

import type { Code } from '../../diagnostics/codes.ts';
import { printable } from '../../text/escape.ts';
import type { Problem } from '../problem.ts';
import type { SpecSources } from '../sources.ts';
import { suggest } from '../suggest.ts';
import { oldReading } from '../yaml/yaml-1.1.ts';
import { expected, type SchemaPart } from './expected.ts';
import type { ShapeError } from './shape-error.ts';

export function valueProblem(error: ShapeError, sources: SpecSources): Problem {
  const { origin, parentSchema, data } = error;
  const zero = data === 0 ? ZERO[fieldOf(origin.path)] : undefined;
  if (zero !== undefined) return { ...zero, at: { origin } };
  const written = sources.written(origin);
  const value = describeValue(data, written);
  const meant = typeof data === 'string' ? suggest(data, (parentSchema.enum ?? []).map(String)) : null;
  const hint = meant === null ? '' : `; did you mean ${meant}?`;
  const message = `${describeField(origin.path)} is ${value}, but must be ${expected(parentSchema)}${hint || '.'}`;
  const code = isHugeInteger(data, written) ? 'SPEC_OUT_OF_RANGE' : (CODES[error.keyword] ?? 'SPEC_BAD_VALUE');
  const advice = adviceAgainstOldForm(data, written, parentSchema);
  return advice === null ? { code, message, at: { origin } } : { code, message, at: { origin }, advice };
}

/** For `firstStage: yes` and `size: 1_048_576`, which YAML 1.1 reads as a value of the right type. */
function adviceAgainstOldForm(data: unknown, written: string | null, schema: SchemaPart): string | null {
  if (typeof data !== 'string' || written !== data) return null;
  const old = oldReading(written, data);
  if (typeof old !== 'number' && typeof old !== 'boolean') return null;
  const wanted = schema.const === undefined ? [schema.type ?? []].flat() : [typeof schema.const];
  const isWanted = wanted.includes(typeof old) || (Number.isInteger(old) && wanted.includes('integer'));
  return isWanted ? `Write ${old}: YAML 1.2 reads ${printable(written)} as text, not as YAML 1.1 does.` : null;
}

const CODES: Readonly<Record<string, Code>> = {
  type: 'SPEC_WRONG_TYPE',
  minimum: 'SPEC_OUT_OF_RANGE',
  maximum: 'SPEC_OUT_OF_RANGE',
};

/** Integers beyond 2^53 are text here; the written form distinguishes them from quoted text. */
function isHugeInteger(data: unknown, written: string | null): boolean {
  return typeof data === 'string' && written !== null && /^(?:[-+]?[0-9]+|0x[0-9a-f]+|0o[0-7]+)$/i.test(written);
}

/** Fields where VT-d reserves 0: the message says so instead of "out of range". */
const ZERO: Readonly<Record<string, Pick<Problem, 'code' | 'message'>>> = {
  pasid: {
    code: 'SPEC_PASID_ZERO',
    message: 'PASID 0 means requests without a PASID and cannot be bound; PASIDs start at 1.',
  },
  pasids: {
    code: 'SPEC_PASID_ZERO',
    message: 'PASID 0 means requests without a PASID and cannot be bound; PASIDs start at 1.',
  },
  domain: {
    code: 'SPEC_DOMAIN_RESERVED',
    message: 'VT-d reserves domain 0; a binding can use 1 to 65535.',
  },
};

/** The name of the field, also for an entry of its list. */
function fieldOf(path: readonly (string | number)[]): string {
  return String(path.findLast((step) => !/^\d+$/.test(String(step))) ?? '');
}

/** `pasidBits`, or `devices[2]` for an entry of a list. */
function describeField(path: readonly (string | number)[]): string {
  const last = String(path.at(-1) ?? '');
  if (!/^\d+$/.test(last)) return last === '' ? 'The document' : `\`${last}\``;
  return `\`${String(path.at(-2) ?? '')}[${last}]\``;
}

/** The value, as words to follow "is". */
export function describeValue(data: unknown, written: string | null): string {
  if (Array.isArray(data)) return data.length === 0 ? 'an empty list' : 'a list';
  if (data !== null && typeof data === 'object') return 'a mapping';
  if (written === null || written === '') return data === null ? 'empty' : printable(JSON.stringify(data));
  return printable(written);
}
