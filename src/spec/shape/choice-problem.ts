/** Violations of "exactly one of these fields": none is given, or more than one. */

import type { Problem } from '../problem.ts';
import type { BrokenFields } from './broken.ts';
import type { ShapeError } from './shape-error.ts';

export function choiceProblem(error: ShapeError, broken: BrokenFields): Problem | null {
  const origin = error.origin;
  if (error.keyword === 'false schema') return fieldOutOfPlace(error);
  const fields = fieldsOf(error.schema);
  if (fields.some((key) => broken.has({ origin, key }))) return null;
  const [first, second] = error.passing.map((index) => fields[index] ?? '');
  if (first === undefined || second === undefined) {
    const message = `One of ${fields.map(nameChoice).join(', ')} is missing.`;
    return { code: 'SPEC_MISSING_FIELD', message, at: { origin } };
  }
  const message = `${nameChoice(first)} and ${nameChoice(second)} exclude each other.`;
  return { code: 'SPEC_CONFLICTING_FIELDS', message, at: { origin, key: second, atKey: true } };
}

/** Fields that the schema forbids beside another one. */
const OUT_OF_PLACE: Readonly<Record<string, string>> = {
  domain: "with `from: guest`: the guest's PASID tables give it",
  release: 'with `virtualFunctions`: the PF stays with its driver',
};

function fieldOutOfPlace({ origin }: ShapeError): Problem {
  const field = String(origin.path.at(-1));
  const message = `\`${field}\` is not allowed ${OUT_OF_PLACE[field] ?? 'here'}.`;
  const mapping = { ...origin, path: origin.path.slice(0, -1) };
  return { code: 'SPEC_CONFLICTING_FIELDS', message, at: { origin: mapping, key: field, atKey: true } };
}

function nameChoice(field: string): string {
  return field === 'from' ? '`from: guest`' : `\`${field}\``;
}

/** The one field that each alternative of the schema requires. */
function fieldsOf(alternatives: unknown): readonly string[] {
  if (!Array.isArray(alternatives)) return [];
  return alternatives.map((alternative: { readonly required?: readonly string[] }) => alternative.required?.[0] ?? '');
}
