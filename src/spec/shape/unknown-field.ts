/** Fields that are not in the schema. */

import { printable } from '../../text/escape.ts';
import type { Problem } from '../problem.ts';
import type { ShapeError } from './shape-error.ts';

/** @param meant  the known field that was probably meant */
export function unknownField(error: ShapeError, meant: string | null): Problem {
  const known = Object.keys(error.parentSchema.properties ?? {});
  const hint = meant === null ? `allowed here: ${known.join(', ')}` : `did you mean \`${meant}\`?`;
  const message = `Unknown field \`${printable(error.field)}\`; ${hint}${meant === null ? '.' : ''}`;
  const at = { origin: error.origin, key: error.field, atKey: true };
  return meant === null
    ? { code: 'SPEC_UNKNOWN_FIELD', message, at }
    : { code: 'SPEC_UNKNOWN_FIELD', message, at, advice: `Write \`${meant}\`, or remove the field.` };
}
