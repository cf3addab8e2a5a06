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
  if (isCutOff(error)) {
    const advice = 'Write the list in quotes, `pasids: "1-3,5"`, or in brackets, `pasids: [1-3, 5]`.';
    return {
      code: 'SPEC_UNKNOWN_FIELD',
      message: `A comma in \`{ }\` starts a new field, so ${error.field} is one of its own.`,
      at,
      advice,
    };
  }
  return meant === null
    ? { code: 'SPEC_UNKNOWN_FIELD', message, at }
    : { code: 'SPEC_UNKNOWN_FIELD', message, at, advice: `Write \`${meant}\`, or remove the field.` };
}

/** The `5` of `{ pasids: 1-3,5 }`. */
function isCutOff({ field, parentSchema }: ShapeError): boolean {
  return parentSchema.properties?.pasids !== undefined && /^[0-9]+(?: *- *[0-9]+)?$/.test(field);
}
