/** Checks a document against the JSON Schema. */

import type { ErrorObject } from 'ajv';
import type { Origin } from '../../model/source.ts';
import { below, type Problem } from '../problem.ts';
import type { SpecSources } from '../sources.ts';
import { suggest } from '../suggest.ts';
import type { BadNames } from './bad-names.ts';
import type { BrokenFields } from './broken.ts';
import { choiceProblem } from './choice-problem.ts';
import { type Part, partsOf } from './parts.ts';
import { originOf, type ShapeError, shapeError } from './shape-error.ts';
import { unknownField } from './unknown-field.ts';
import { valueProblem } from './value-problem.ts';

/** Yields a problem for every violation of the schema, and adds the fields concerned to `broken`. */
export function* checkShape(value: unknown, document: number, context: ShapeContext): Generator<Problem> {
  for (const part of partsOf(value, document)) yield* checkPart(part, context);
}

interface ShapeContext {
  readonly sources: SpecSources;
  readonly broken: BrokenFields;
  readonly names: BadNames;
}

function* checkPart({ value, origin, validate }: Part, context: ShapeContext): Generator<Problem> {
  if (validate(value)) return;
  const errors = (validate.errors ?? []).filter(isOwn).map((error) => shapeError(error, origin));
  const misspelt = noteMisspelt(errors, context.broken);
  for (const error of errors) if (isAboutValue(error)) context.broken.add(originOf(error));
  for (const error of errors) {
    const problem = problemOf(error, misspelt, context);
    if (problem !== null) yield problem;
  }
}

/** False for errors about missing fields. */
function isAboutValue({ keyword }: ShapeError): boolean {
  return keyword !== 'required' && keyword !== 'oneOf';
}

/** Leaves out errors inside the branches of a `oneOf`: the error of the `oneOf` itself is reported. */
function isOwn({ schemaPath, keyword }: ErrorObject): boolean {
  return !schemaPath.includes('/oneOf/') && keyword !== 'if';
}

/** An unknown field that resembles a known one is taken for it, so that the known one is not reported as missing. */
function noteMisspelt(errors: readonly ShapeError[], broken: BrokenFields): ReadonlyMap<ShapeError, string> {
  const meant = new Map<ShapeError, string>();
  for (const error of errors) {
    if (error.keyword !== 'additionalProperties') continue;
    const known = suggest(error.field, Object.keys(error.parentSchema.properties ?? {}));
    if (known === null) continue;
    meant.set(error, known);
    broken.add(below(error.origin, known));
  }
  return meant;
}

function problemOf(
  error: ShapeError,
  misspelt: ReadonlyMap<ShapeError, string>,
  { sources, broken, names }: ShapeContext,
): Problem | null {
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(error, misspelt.get(error) ?? null);
    case 'required':
      return missingField(error, broken);
    case 'oneOf':
    case 'false schema':
      return choiceProblem(error, broken);
    default:
      return names.isReported(error) ? null : valueProblem(error, sources);
  }
}

function missingField(error: ShapeError, broken: BrokenFields): Problem | null {
  const origin: Origin = error.origin;
  if (broken.has({ origin, key: error.field })) return null;
  broken.add(below(origin, error.field));
  const needed = error.parentSchema.required?.join(', ') ?? error.field;
  const message = `The field \`${error.field}\` is missing; required here: ${needed}.`;
  return { code: 'SPEC_MISSING_FIELD', message, at: { origin } };
}
