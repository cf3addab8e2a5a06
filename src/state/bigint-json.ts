/** JSON with 64-bit values: a bigint is the text `0x1000n`, a form that no name or path has. */

import { hex } from '../text/hex.ts';

const BIGINT = /^0x[0-9a-f]+n$/;

export function stringifyWithBigints(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? `${hex(field)}n` : field));
}

/** Undone by: stringifyWithBigints. @throws SyntaxError */
export function parseWithBigints(text: string): unknown {
  return JSON.parse(text, (_key, field: unknown) =>
    typeof field === 'string' && BIGINT.test(field) ? BigInt(field.slice(0, -1)) : field,
  );
}
