/**
 * Data for programs: one JSON or YAML document, byte-identical for equal data. 64-bit values are hexadecimal strings,
 * since JSON numbers lose bits above 2^53; no character is left that a terminal would obey.
 */

import { Document, Scalar, visit } from 'yaml';
import { hex } from '../text/hex.ts';

/** What may stand in a document; `bigint` becomes `"0x…"`. */
export type Data =
  | null
  | boolean
  | number
  | string
  | bigint
  | readonly Data[]
  | { readonly [key: string]: Data | undefined };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Controls beyond ASCII, and format characters, which JSON.stringify leaves alone. */
const UNSAFE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu;

/** Text with any of these is quoted in YAML, since only quoted text has escapes. */
const NEEDS_QUOTES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;

/** Several indented lines, ended by a line feed. */
export function toJson(data: Data): string {
  return `${escapeUnsafe(JSON.stringify(plain(data), null, 2))}\n`;
}

/** One line, ended by a line feed. */
export function toJsonLine(data: Data): string {
  return `${escapeUnsafe(JSON.stringify(plain(data)))}\n`;
}

/** YAML 1.2, ended by a line feed. */
export function toYaml(data: Data): string {
  const document = new Document(plain(data), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && NEEDS_QUOTES.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return escapeUnsafe(document.toString({ lineWidth: 0 }));
}

/** Keys `first` in that order, then the others by name: the order must not depend on who built the object. */
export function ordered<T extends { readonly [key: string]: Data | undefined }>(
  data: T,
  ...first: readonly (keyof T & string)[]
): { readonly [key: string]: Data | undefined } {
  const rest = Object.keys(data)
    .filter((key) => !first.includes(key))
    .sort();
  return Object.fromEntries([...first, ...rest].map((key) => [key, data[key]]));
}

function plain(data: Data): Json {
  if (typeof data === 'bigint') return hex(data);
  if (typeof data !== 'object' || data === null) return data;
  // Array.isArray does not narrow readonly arrays.
  if (Array.isArray(data)) return (data as readonly Data[]).map(plain);
  const fields: Json & object = {};
  for (const [key, value] of Object.entries(data as { readonly [key: string]: Data | undefined })) {
    if (value !== undefined) fields[key] = plain(value);
  }
  return fields;
}

function escapeUnsafe(text: string): string {
  return text.replaceAll(UNSAFE, (char) =>
    Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
