/** Typed fields of one JSON object of a replay script. Every error names the field, its value and what is allowed. */

import { type Bdf, parseBdf } from '../model/bdf.ts';

/** An error in a line; caught where the line number is known. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

/** The fields of one object, and its name in messages. */
export interface Fields {
  readonly what: string;
  readonly values: ReadonlyMap<string, unknown>;
}

/** @throws BadLine unless it is an object with no other fields than these */
export function fieldsOf(value: unknown, what: string, allowed: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadLine(`${what} is ${shown(value)}; it must be an object`);
  }
  const values = new Map<string, unknown>(Object.entries(value));
  const unknown = [...values.keys()].find((key) => !allowed.includes(key));
  if (unknown !== undefined) {
    throw new BadLine(`${what} has no field ${shown(unknown)}; there are ${allowed.join(', ')}`);
  }
  return { what, values };
}

/** How one value is read; `null` for a wrong one. */
export interface Kind<T> {
  readonly wanted: string;
  readonly read: (value: unknown) => T | null;
}

/** @throws BadLine when the field is absent or not of this kind */
export function required<T>({ what, values }: Fields, name: string, { wanted, read }: Kind<T>): T {
  const value = values.get(name);
  if (value === undefined) throw new BadLine(`${what} needs the field ${name}: ${wanted}`);
  const result = read(value);
  if (result === null) throw new BadLine(`${name} of ${what} is ${shown(value)}; it must be ${wanted}`);
  return result;
}

/** The field, or `fallback` when it is absent. @throws BadLine when it is not of this kind */
export function optional<T, F>(fields: Fields, name: string, { kind, fallback }: Optional<T, F>): T | F {
  return fields.values.has(name) ? required(fields, name, kind) : fallback;
}

export interface Optional<T, F> {
  readonly kind: Kind<T>;
  readonly fallback: F;
}

const HEX64 = /^0x[0-9a-f]{1,16}$/i;

/** Hexadecimal text keeps all bits; JSON numbers only below 2^53. */
export const U64: Kind<bigint> = {
  wanted: 'a number below 2^53, or "0x…" with at most 16 digits',
  read(value) {
    if (typeof value === 'string') return HEX64.test(value) ? BigInt(value) : null;
    return Number.isSafeInteger(value) && Number(value) >= 0 ? BigInt(Number(value)) : null;
  },
};

export const FLAG: Kind<boolean> = {
  wanted: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : null),
};

/** A whole number in decimal, or as `"0x…"`. */
export function integer(first: number, last: number): Kind<number> {
  return {
    wanted: `a whole number from ${first} to ${last}`,
    read(value) {
      const number = typeof value === 'string' && HEX64.test(value) ? Number(value) : value;
      return typeof number === 'number' && Number.isInteger(number) && number >= first && number <= last
        ? number
        : null;
    },
  };
}

const NAME = /^[^\p{C}\p{Z}]{1,64}$/u;

export const NAME_TEXT: Kind<string> = {
  wanted: 'a name of 1 to 64 characters without spaces',
  read: (value) => (typeof value === 'string' && NAME.test(value) ? value : null),
};

export const BDF: Kind<Bdf> = {
  wanted: 'a PCI address such as 00:05.0',
  read: (value) => (typeof value === 'string' ? parseBdf(value) : null),
};

const HEX_BYTES = /^(?:[0-9a-f]{2})*$/i;

export const BYTES: Kind<Uint8Array> = {
  wanted: 'bytes as pairs of hexadecimal digits',
  read(value) {
    if (typeof value !== 'string' || !HEX_BYTES.test(value)) return null;
    return new Uint8Array(Buffer.from(value, 'hex'));
  },
};

/** Words of 64 bits, as their little-endian bytes. */
export const WORDS: Kind<Uint8Array> = {
  wanted: 'a list of numbers below 2^53, or of "0x…" with at most 16 digits',
  read(value) {
    if (!Array.isArray(value)) return null;
    const words = value.map(U64.read);
    return words.includes(null) ? null : new Uint8Array(BigUint64Array.from(words.map((word) => word ?? 0n)).buffer);
  },
};

export function oneOf<const T extends string>(names: readonly T[]): Kind<T> {
  return { wanted: `one of ${names.join(', ')}`, read: (value) => names.find((name) => name === value) ?? null };
}

const SHOWN_LENGTH = 60;

/** A value for a message. Lists and objects are not shown: they can be deep, and lines can have megabytes. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  return value.length > SHOWN_LENGTH ? `${JSON.stringify(value.slice(0, SHOWN_LENGTH))}…` : JSON.stringify(value);
}
