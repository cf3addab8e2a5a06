/** Bits that belong to no field: reported, never dropped, since hardware faults on them and they show a guest's mistake. */

import type { BitTable } from './bit-field.ts';

/** Set bits of one word that belong to no field of the table. */
export interface ReservedBits {
  readonly word: number;
  readonly bits: bigint;
}

/** Which reserved bits are set, by word; empty when none is. Undone by {@link withReserved}. */
export function reservedBits(
  table: Pick<BitTable<string>, 'reserved'>,
  words: readonly bigint[],
): readonly ReservedBits[] {
  return words.flatMap((value, word) => {
    const bits = value & table.reserved(word);
    return bits === 0n ? [] : [{ word, bits }];
  });
}

/** Words with these bits set too; undone by {@link reservedBits}. */
export function withReserved(words: readonly bigint[], reserved: readonly ReservedBits[]): bigint[] {
  return words.map((value, word) =>
    reserved.reduce((into, extra) => (extra.word === word ? into | extra.bits : into), value),
  );
}
