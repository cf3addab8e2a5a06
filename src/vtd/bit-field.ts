/**
 * Registers and table entries as rows of bit fields over 64-bit words. Pure bigint arithmetic.
 *
 * A table refuses rows that overlap or leave their word when it is built, so a typing error cannot survive the first import.
 * Hot paths use readers of the same rows: `field-reader.ts`.
 */

import { invariant } from '../assert.ts';

/** Bits `high` … `low` of one word, both inclusive, as the VT-d specification counts them. */
export interface BitField {
  /** Index of the 64-bit word; 0 for a register. */
  readonly word?: number;
  readonly high: number;
  readonly low: number;
  /** What the field says, in one phrase. */
  readonly meaning: string;
  /** Where the format is defined. */
  readonly spec: string;
}

export interface BitTable<Name extends string> {
  readonly name: string;
  readonly words: number;
  readonly fields: Readonly<Record<Name, BitField>>;
  /** The field, shifted down. */
  get(words: readonly bigint[], field: Name): bigint;
  /** The field is not zero. */
  has(words: readonly bigint[], field: Name): boolean;
  /** A copy with the field changed. Throws BugError when the value is too wide. */
  set(words: readonly bigint[], field: Name, value: bigint): bigint[];
  /** All fields; bits of no field are dropped. */
  decode(words: readonly bigint[]): Record<Name, bigint>;
  /** Words with these fields set and all else 0; undone by decode. */
  encode(values: Partial<Record<Name, bigint>>): bigint[];
  /** Bits of a word that belong to no field. */
  reserved(word: number): bigint;
}

const ALL_ONES = 0xffff_ffff_ffff_ffffn;

/** Make a table of `words` words. Throws BugError when fields overlap or do not fit. */
export function bitTable<const Rows extends Readonly<Record<string, BitField>>>(
  name: string,
  words: number,
  fields: Rows,
): BitTable<keyof Rows & string> {
  type Name = keyof Rows & string;
  const used = checkRows({ name, words, fields });
  // Object.keys widens the names of the rows to string.
  const names = Object.keys(fields) as Name[];
  const row = (field: Name): BitField => {
    const found = fields[field];
    invariant(found !== undefined, `${name} has no field ${field}`);
    return found;
  };
  const get = (from: readonly bigint[], field: Name): bigint => readField(from, row(field));
  const set = (from: readonly bigint[], field: Name, value: bigint): bigint[] => {
    invariant(value >= 0n && value <= maximum(row(field)), `${name}.${field} cannot hold ${value}`);
    return writeField(from, row(field), value);
  };
  return {
    name,
    words,
    fields,
    get,
    set,
    has: (from, field) => get(from, field) !== 0n,
    // Each name of the rows gets a value.
    decode: (from) => Object.fromEntries(names.map((field) => [field, get(from, field)])) as Record<Name, bigint>,
    encode: (values) =>
      names.reduce<bigint[]>((into, field) => set(into, field, values[field] ?? 0n), new Array(words).fill(0n)),
    reserved: (word) => ~(used[word] ?? 0n) & ALL_ONES,
  };
}

/** The field's bits in their place. */
export function fieldMask(field: BitField): bigint {
  return maximum(field) << BigInt(field.low);
}

function maximum({ high, low }: BitField): bigint {
  return (1n << BigInt(high - low + 1)) - 1n;
}

function readField(words: readonly bigint[], field: BitField): bigint {
  return ((words[field.word ?? 0] ?? 0n) >> BigInt(field.low)) & maximum(field);
}

function writeField(words: readonly bigint[], field: BitField, value: bigint): bigint[] {
  const at = field.word ?? 0;
  return words.map((word, index) =>
    index === at ? (word & ~fieldMask(field) & ALL_ONES) | (value << BigInt(field.low)) : word,
  );
}

interface Layout {
  readonly name: string;
  readonly words: number;
  readonly fields: Readonly<Record<string, BitField>>;
}

/** Bits in use per word. */
function checkRows({ name, words, fields }: Layout): readonly bigint[] {
  const used = new Array<bigint>(words).fill(0n);
  for (const [key, field] of Object.entries(fields)) {
    const word = field.word ?? 0;
    const before = used[word];
    invariant(before !== undefined, `${name}.${key} is in word ${word} of ${words}`);
    invariant(field.low >= 0 && field.high >= field.low && field.high < 64, `${name}.${key} has bad bits`);
    invariant((before & fieldMask(field)) === 0n, `${name}.${key} overlaps another field`);
    used[word] = before | fieldMask(field);
  }
  return used;
}
