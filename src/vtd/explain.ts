/** An entry or register as rows of text: one per field, and one per word with reserved bits set. */

import type { BitField, BitTable } from './bit-field.ts';
import { reservedBits } from './reserved-bits.ts';

export interface ExplainedField {
  /** `PGTT`, or `reserved`. */
  readonly field: string;
  /** Counted through all words of the entry: `8:6`, `87`. */
  readonly bits: string;
  readonly value: bigint;
  readonly meaning: string;
}

/** Rows in the order of the bits. */
export function explain<Name extends string>(
  table: BitTable<Name>,
  words: readonly bigint[],
): readonly ExplainedField[] {
  // Object.entries widens the names of the rows to string.
  const rows = (Object.entries(table.fields) as [Name, BitField][]).map(([field, row]) => ({
    order: firstBit(row),
    row: { field, bits: bitsOf(row), value: table.get(words, field), meaning: row.meaning },
  }));
  const reserved = reservedBits(table, words).map(({ word, bits }) => ({
    order: word * 64 + 63.5,
    row: { field: 'reserved', bits: `word ${word}`, value: bits, meaning: 'bits that must be 0' },
  }));
  return [...rows, ...reserved].sort((a, b) => a.order - b.order).map(({ row }) => row);
}

function firstBit({ word = 0, low }: BitField): number {
  return word * 64 + low;
}

function bitsOf({ word = 0, high, low }: BitField): string {
  const first = word * 64 + low;
  return high === low ? String(first) : `${word * 64 + high}:${first}`;
}
