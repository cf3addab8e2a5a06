/**
 * Data for programs: one JSON or YAML document, byte-identical for equal data. 64-bit values are hexadecimal strings, since JSON
 * numbers lose bits above 2^53. Control characters are escaped.
 */

import { Document, Scalar, visit } from 'yaml';
import { escapeInQuotes, isUnsafe } from '../text/escape.ts';
import { hex } from '../text/hex.ts';

/** The values of a document; a `bigint` becomes `"0x…"`. */
export type Data =
  | null
  | boolean
  | number
  | string
  | bigint
  | readonly Data[]
  | { readonly [key: string]: Data | undefined };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Indented, ended by a line feed. */
export function toJson(data: Data): string {
  return `${escapeInQuotes(JSON.stringify(plain(data), null, 2))}\n`;
}

/** One line, ended by a line feed. */
export function toJsonLine(data: Data): string {
  return `${escapeInQuotes(JSON.stringify(plain(data)))}\n`;
}

/** YAML 1.2, ended by a line feed. */
export function toYaml(data: Data): string {
  const document = new Document(plain(data), { aliasDuplicateObjects: false });
  // Only quoted text has escapes in YAML.
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && isUnsafe(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return escapeInQuotes(document.toString({ lineWidth: 0 }));
}

/** The keys of `first` in that order, then the others by name, so that the order does not depend on how the object was built. */
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
