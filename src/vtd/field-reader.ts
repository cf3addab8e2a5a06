/**
 * Readers of fields of tables in memory that make no objects, for walks over a million entries and for descriptors.
 *
 * A table is a Uint32Array over the guest's bytes, two elements per 64-bit word, low half first: VT-d tables are
 * little-endian, and so is every machine with VT-d. `at` is the index of the entry's first 32-bit element.
 */

import { invariant } from '../assert.ts';
import { PAGE_SHIFT, PAGES_PER_4_GIB } from '../model/page.ts';
import { type BitField, type BitTable, fieldMask } from './bit-field.ts';

/** A field as a number. */
export type ReadNumber = (words: Uint32Array, at: number) => number;
export type ReadFlag = (words: Uint32Array, at: number) => boolean;
/** A field as the name of its code; `null` where the code is reserved. */
export type ReadCode<Name> = (words: Uint32Array, at: number) => Name | null;

/** For fields that lie within one 32-bit half. Throws BugError for others. */
export function numberReader({ word = 0, high, low }: BitField): ReadNumber {
  invariant(high >> 5 === low >> 5, `bits ${high}:${low} lie in both halves of their word`);
  const index = word * 2 + (low >> 5);
  const shift = low & 31;
  const mask = high - low === 31 ? 0xffff_ffff : (1 << (high - low + 1)) - 1;
  return (words, at) => (((words[at + index] ?? 0) >>> shift) & mask) >>> 0;
}

/** Any bit of the field is set. */
export function flagReader(field: BitField): ReadFlag {
  const read = numberReader(field);
  return (words, at) => read(words, at) !== 0;
}

/** @param names  by code */
export function codeReader<const Name extends string>(
  field: BitField,
  names: readonly (Name | null)[],
): ReadCode<Name> {
  const read = numberReader(field);
  return (words, at) => names[read(words, at)] ?? null;
}

/** For pointers in bits 63:12: the number of the 4 KiB page, exact since it has at most 52 bits. */
export function pageReader({ word = 0, high, low }: BitField): ReadNumber {
  invariant(high === 63 && low === PAGE_SHIFT, `bits ${high}:${low} are no pointer to a page`);
  const index = word * 2;
  return (words, at) => ((words[at + index] ?? 0) >>> PAGE_SHIFT) + (words[at + index + 1] ?? 0) * PAGES_PER_4_GIB;
}

/** For pointers of any alignment: the address, with 0 in the bits below the field. */
export function addressReader(field: BitField): (words: Uint32Array, at: number) => bigint {
  const { word = 0 } = field;
  const mask = fieldMask(field);
  return (words, at) => (wordsOf(words, at + word * 2, 1)[0] ?? 0n) & mask;
}

/** Any of these bits is set. @param masks  by 64-bit word */
export function maskReader(masks: readonly bigint[]): ReadFlag {
  const halves = Uint32Array.from({ length: masks.length * 2 }, (_, index) =>
    Number(((masks[index >> 1] ?? 0n) >> (index % 2 === 0 ? 0n : 32n)) & 0xffff_ffffn),
  );
  return (words, at) => {
    let found = 0;
    for (let index = 0; index < halves.length; index++) found |= (words[at + index] ?? 0) & (halves[index] ?? 0);
    return found !== 0;
  };
}

/** Any reserved bit is set. */
export function reservedReader(table: Pick<BitTable<string>, 'words' | 'reserved'>): ReadFlag {
  return maskReader(Array.from({ length: table.words }, (_, word) => table.reserved(word)));
}

/** `count` whole 64-bit words of an entry, for tables that decode words. */
export function wordsOf(words: Uint32Array, at: number, count: number): bigint[] {
  return Array.from({ length: count }, (_, index) => {
    const low = words[at + index * 2] ?? 0;
    const high = words[at + index * 2 + 1] ?? 0;
    return (BigInt(high) << 32n) | BigInt(low);
  });
}
