/**
 * A document cut into parts that are validated one by one: the document itself, and each entry of its lists.
 *
 * For a whole document ajv's time would grow with the square of the number of errors.
 */

import type { ErrorObject } from 'ajv';
import type { Origin } from '../../model/source.ts';
import {
  validateBinding,
  validateDevice,
  validateMemory,
  validateName,
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
}

const ROOT: ListShape = {
  validate: validateSpec,
  lists: {
    devices: { validate: validateDevice },
    viommus: {
      validate: validateViommu,
      lists: { memory: { validate: validateMemory }, devices: { validate: validateName } },
    },
    bindings: { validate: validateBinding },
  },
};

export function partsOf(value: unknown, document: number): Generator<Part> {
  return cut(value, { document, path: [] }, ROOT);
}

function* cut(value: unknown, origin: Origin, { validate, lists = {} }: ListShape): Generator<Part> {
  const fields = entry<Record<string, unknown>>(value, origin)?.fields;
  const long = Object.entries(lists).filter(([key]) => Array.isArray(fields?.[key]));
  yield { value: long.length === 0 ? value : { ...fields, ...emptied(long) }, origin, validate };
  for (const [key, shape] of long) {
    const list = fields?.[key];
    if (!Array.isArray(list)) continue;
    for (const [index, item] of list.entries()) yield* cut(item, below(origin, key, index), shape);
  }
}

/** Empty lists in place of the real ones, whose entries are validated one by one. */
function emptied(long: readonly (readonly [string, ListShape])[]): Record<string, readonly never[]> {
  return Object.fromEntries(long.map(([key]) => [key, []]));
}
