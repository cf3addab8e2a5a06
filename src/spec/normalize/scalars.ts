/** Sizes, addresses, ids and PASID ranges as the spec writes them; `null` for an invalid value. */

import type { PasidRange } from '../../model/pasid.ts';

const UNITS: Readonly<Record<string, bigint>> = { KiB: 1n << 10n, MiB: 1n << 20n, GiB: 1n << 30n, TiB: 1n << 40n };

/** `4096`, `0x1000` or `4KiB`, in bytes. */
export function parseSize(value: unknown): bigint | null {
  if (typeof value !== 'string') return parseNumber(value);
  const match = /^([0-9]{1,20})([KMGT]iB)$/.exec(value);
  if (match === null) return parseNumber(value);
  const [, digits = '', unit = ''] = match;
  return BigInt(digits) * (UNITS[unit] ?? 1n);
}

/** `16777216`, `0x1000000` or `"0x1000000"`. */
export function parseAddress(value: unknown): bigint | null {
  return parseNumber(value);
}

/** PCI vendor or device id: 0 to 0xffff. */
export function parseId16(value: unknown): number | null {
  const id = parseNumber(value);
  return id === null || id > 0xffffn ? null : Number(id);
}

/** `5`, `1-9` or `0x10-0x1f`; the order of the ends is not checked. */
export function parsePasids(value: unknown): PasidRange | null {
  const ends = typeof value === 'string' ? value.split('-').map((end) => end.trim()) : [value];
  const [first, last = first] = ends.map(parsePasid);
  return ends.length > 2 || first == null || last == null ? null : { first, last };
}

/** `1-9`, `1-3,5`, or a list of ranges; entries that are none are left out. `index` is the place in a list. */
export function parsePasidList(value: unknown): readonly ListedRange[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => listed(item, index));
  const parts = typeof value === 'string' ? value.split(',') : [value];
  return parts.flatMap((part) => listed(part, null));
}

export interface ListedRange extends PasidRange {
  readonly index: number | null;
}

function listed(value: unknown, index: number | null): ListedRange[] {
  const range = parsePasids(value);
  return range === null ? [] : [{ ...range, index }];
}

function parsePasid(value: unknown): number | null {
  const pasid = parseNumber(value);
  return pasid === null || pasid > 0xffff_ffffn ? null : Number(pasid);
}

function parseNumber(value: unknown): bigint | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null;
  return typeof value === 'string' && /^(?:[0-9]{1,20}|0x[0-9a-f]{1,16})$/i.test(value) ? BigInt(value) : null;
}
