/**
 * A document cut into parts that are validated one by one: the document itself, and each entry of its lists.
 *
 * For a whole document ajv's time would grow with the square of the number of errors.
 */

import type { ErrorObject } from 'ajv';
import type { Origin } from '../../model/source.ts';
import {
  validateAccepted,
  validateBinding,
  validateDevice,
  validateMemory,
  validateName,
  validatePasidRange,
  validateSpec,
  validateViommu,
} from '../generated/validate-host.js';
import { entry } from '../normalize/fields.ts';
import { below } from '../problem.ts';

export interface Part {
  readonly value: unknown;
  readonly origin: Origin;
  readonly validate: Validate;
}

interface Validate {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** How the lists of a mapping are validated, entry by entry. */
interface ListShape {
  readonly validate: Validate;
  readonly lists?: Readonly<Record<string, ListShape>>;
  /** A valid list in its place while the mapping around it is validated. */
  readonly standIn?: readonly unknown[];
}

const ROOT: ListShape = {
  validate: validateSpec,
  lists: {
    devices: { validate: validateDevice },
    viommus: {
      validate: validateViommu,
      lists: { memory: { validate: validateMemory }, devices: { validate: validateName } },
    },
    bindings: { validate: validateBinding, lists: { pasids: { validate: validatePasidRange, standIn: [1] } } },
    ignore: { validate: validateAccepted },
  },
};

export function partsOf(value: unknown, document: number): Generator<Part> {
  return cut(value, { document, path: [] }, ROOT);
}

function* cut(value: unknown, origin: Origin, { validate, lists = {} }: ListShape): Generator<Part> {
  const fields = entry<Record<string, unknown>>(value, origin)?.fields;
  const long = Object.entries(lists).filter(([key]) => isLong(fields?.[key]));
  yield { value: long.length === 0 ? value : { ...fields, ...shortened(long) }, origin, validate };
  for (const [key, shape] of long) {
    const list = fields?.[key];
    if (!Array.isArray(list)) continue;
    for (const [index, item] of list.entries()) yield* cut(item, below(origin, key, index), shape);
  }
}

/** An empty list is left to the schema, which may not allow it. */
function isLong(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** Short lists in place of the real ones, whose entries are validated one by one. */
function shortened(long: readonly (readonly [string, ListShape])[]): Record<string, readonly unknown[]> {
  return Object.fromEntries(long.map(([key, { standIn = [] }]) => [key, standIn]));
}
