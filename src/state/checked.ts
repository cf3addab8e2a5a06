/**
 * The content of a sealed file, checked by its schema: a right checksum shows that the file is whole, and not that pasidctl
 * wrote it.
 */

import type { ErrorObject } from 'ajv';
import { printable } from '../text/escape.ts';
import { parseWithBigints } from './bigint-json.ts';
import { damaged, type Fault } from './sealed.ts';

/** A validator of `generated/`. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** The value of a record, or what is wrong with it; `contradiction` checks what a schema cannot. */
export function checkedRecord<T>(
  record: string,
  validate: Validate,
  contradiction: (value: T) => string | null = () => null,
): { readonly value: T } | Fault {
  const plain = parsed(record);
  if (plain === undefined) return damaged('its record is not JSON');
  if (!validate(plain)) return damaged(wordsOf(validate.errors?.[0]));
  // Of this shape by the schema.
  const value = parseWithBigints(record) as T;
  const fault = contradiction(value);
  return fault === null ? { value } : damaged(fault);
}

function parsed(record: string): unknown {
  try {
    return JSON.parse(record);
  } catch {
    return undefined;
  }
}

function wordsOf(error: ErrorObject | undefined): string {
  if (error === undefined) return 'its content is not what pasidctl writes';
  const unknown: unknown = error.params.additionalProperty ?? error.params.missingProperty ?? error.params.tagValue;
  const detail = typeof unknown === 'string' ? ` ${printable(unknown)}` : '';
  const place = error.instancePath === '' ? 'the record' : printable(error.instancePath, 100);
  return `its content is not what pasidctl writes: ${place} breaks the rule "${error.keyword}"${detail}`;
}
