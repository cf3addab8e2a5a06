/** "Exactly one of these fields": none given, or more than one. */

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
  const message = `${nameChoice(first)} and ${nameChoice(second)} cannot stand together.`;
  return { code: 'SPEC_CONFLICTING_FIELDS', message, at: { origin, key: second, atKey: true } };
}

/** Only `domain` beside `from: guest` is forbidden so. */
function fieldOutOfPlace({ origin }: ShapeError): Problem {
  const field = String(origin.path.at(-1));
  const message = `\`${field}\` cannot stand beside \`from: guest\`: the guest's tables name it.`;
  const mapping = { ...origin, path: origin.path.slice(0, -1) };
  return { code: 'SPEC_CONFLICTING_FIELDS', message, at: { origin: mapping, key: field, atKey: true } };
}

function nameChoice(field: string): string {
  return field === 'from' ? '`from: guest`' : `\`${field}\``;
}

/** The schema's alternatives are told apart by the one field that each demands. */
function fieldsOf(alternatives: unknown): readonly string[] {
  if (!Array.isArray(alternatives)) return [];
  return alternatives.map((alternative: { readonly required?: readonly string[] }) => alternative.required?.[0] ?? '');
}
