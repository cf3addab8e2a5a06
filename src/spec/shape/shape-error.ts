/** An ajv error with typed fields. */

import type { ErrorObject } from 'ajv';
import type { Origin } from '../../model/source.ts';
import { below } from '../problem.ts';
import type { SchemaPart } from './expected.ts';

export interface ShapeError {
  readonly keyword: string;
  /** The value with the problem; for a missing or unknown field, the mapping around it. */
  readonly origin: Origin;
  /** Field that is missing or unknown; empty for other keywords. */
  readonly field: string;
  /** Of a `oneOf`: the indexes of the alternatives that match. */
  readonly passing: readonly number[];
  readonly data: unknown;
  /** The keyword's own value. */
  readonly schema: unknown;
  readonly parentSchema: ParentSchema;
}

export interface ParentSchema extends SchemaPart {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** @param origin  the place of the validated value */
export function shapeError(error: ErrorObject, origin: Origin): ShapeError {
  const { keyword, instancePath, params, data, schema } = error;
  return {
    keyword,
    origin: below(origin, ...readPointer(instancePath)),
    field: params.missingProperty ?? params.additionalProperty ?? '',
    passing: params.passingSchemas ?? [],
    data,
    schema,
    // The schema is our own file; the generator's strict mode has checked it.
    parentSchema: (error.parentSchema ?? {}) as ParentSchema,
  };
}

/** The field that is wrong. */
export function originOf({ origin, field }: ShapeError): Origin {
  return field === '' ? origin : { ...origin, path: [...origin.path, field] };
}

/** `/bindings/3/pasid` (RFC 6901) → `bindings`, `3`, `pasid`. */
function readPointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
