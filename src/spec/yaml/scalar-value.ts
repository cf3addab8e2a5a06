/** The value of one YAML scalar, exact or as text. */

import type { Scalar } from 'yaml';
import { hex } from '../../text/hex.ts';

/** The longest text that is converted: longer than any 64-bit integer, so that a message can show a larger value. */
const LONGEST_INTEGER = 70;

/**
 * Strings, booleans, null and safe numbers as they are; an integer beyond 2^53 as hexadecimal text (`0xffff000012345000`,
 * `-0x20000000000000`); any other number that JSON cannot hold as the text that was written.
 */
export function scalarValue({ value, source }: Scalar): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const text = source ?? String(value);
  if (!Number.isInteger(value) && Number.isFinite(value)) return value;
  return exactInteger(text) ?? text;
}

function exactInteger(text: string): string | null {
  if (text.length > LONGEST_INTEGER || !/^(?:[-+]?[0-9]+|0x[0-9a-f]+|0o[0-7]+)$/i.test(text)) return null;
  return hex(BigInt(text));
}
