/**
 * Kernel structs as tables of fields. Offsets, sizes and codecs are computed from the rows by the x86-64 ABI (little-endian,
 * natural alignment). Encoding throws for values out of range instead of truncating them.
 *
 * Hot paths use the offsets and a DataView; other code uses `encode` and `decode`.
 */

import { BugError } from '../assert.ts';

export type Scalar = 'u8' | 'u16' | 'u32' | 's32' | 'u64';

/** `{ bytes: 3 }` is a reserved run of bytes; `{ at: 24, type: 'u32' }` overlays an earlier field of a union. */
export type Field = Scalar | { readonly bytes: number } | { readonly at: number; readonly type: Scalar };

export type Fields = Readonly<Record<string, Field>>;

export type Value<F extends Field> = F extends 'u64' | { readonly type: 'u64' }
  ? bigint
  : F extends { readonly bytes: number }
    ? Uint8Array
    : number;

export type Values<F extends Fields> = { -readonly [Name in keyof F]: Value<F[Name]> };

export interface Struct<F extends Fields> {
  /** The kernel's name. */
  readonly name: string;
  readonly fields: F;
  readonly sizeBytes: number;
  readonly offset: { readonly [Name in keyof F]: number };
  /** A new struct with these fields set and all others 0. Throws BugError on a value out of range. */
  encode(values: Partial<Values<F>>): Uint8Array;
  /** All fields; missing bytes count as 0, as the kernel treats a short struct. */
  decode(bytes: Uint8Array): Values<F>;
}

const WIDTH: Readonly<Record<Scalar, number>> = { u8: 1, u16: 2, u32: 4, s32: 4, u64: 8 };

/** Make a struct of its rows. `sizeBytes` overrides the computed size where a tail is padding. */
export function struct<const F extends Fields>(name: string, fields: F, sizeBytes?: number): Struct<F> {
  const { offset, end } = layOut(fields);
  const size = sizeBytes ?? end;
  return {
    name,
    fields,
    sizeBytes: size,
    offset: offset as Struct<F>['offset'],
    encode: (values) => encode({ name, fields, offset, size }, values),
    decode: (bytes) => decode({ name, fields, offset, size }, bytes) as Values<F>,
  };
}

interface Rows {
  readonly name: string;
  readonly fields: Fields;
  readonly offset: Readonly<Record<string, number>>;
  readonly size: number;
}

function layOut(fields: Fields): { offset: Record<string, number>; end: number } {
  const offset: Record<string, number> = {};
  let next = 0;
  let alignment = 1;
  for (const [name, field] of Object.entries(fields)) {
    const width = widthOf(field);
    const align = typeof field === 'object' && 'bytes' in field ? 1 : width;
    const at = typeof field === 'object' && 'at' in field ? field.at : roundUp(next, align);
    offset[name] = at;
    next = Math.max(next, at + width);
    alignment = Math.max(alignment, align);
  }
  return { offset, end: roundUp(next, alignment) };
}

function widthOf(field: Field): number {
  if (typeof field === 'string') return WIDTH[field];
  return 'bytes' in field ? field.bytes : WIDTH[field.type];
}

function roundUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}

function encode(rows: Rows, values: Readonly<Record<string, unknown>>): Uint8Array {
  const bytes = new Uint8Array(rows.size);
  const view = new DataView(bytes.buffer);
  for (const [name, value] of Object.entries(values)) {
    const field = rows.fields[name];
    const at = rows.offset[name];
    if (field === undefined || at === undefined) throw new BugError(`${rows.name} has no field ${name}`);
    if (value === undefined) continue;
    if (!put(view, at, field, value)) throw new BugError(`${rows.name}.${name} cannot hold ${String(value)}`);
  }
  return bytes;
}

/** False when the value is of the wrong type or does not fit. */
function put(view: DataView, at: number, field: Field, value: unknown): boolean {
  if (typeof field === 'object' && 'bytes' in field) {
    if (!(value instanceof Uint8Array) || value.length !== field.bytes) return false;
    new Uint8Array(view.buffer).set(value, at);
    return true;
  }
  const type = typeof field === 'string' ? field : field.type;
  if (type === 'u64') {
    if (typeof value !== 'bigint' || BigInt.asUintN(64, value) !== value) return false;
    view.setBigUint64(at, value, true);
    return true;
  }
  if (typeof value !== 'number' || !fits(type, value)) return false;
  if (type === 'u8') view.setUint8(at, value);
  else if (type === 'u16') view.setUint16(at, value, true);
  else if (type === 's32') view.setInt32(at, value, true);
  else view.setUint32(at, value, true);
  return true;
}

function fits(type: Exclude<Scalar, 'u64'>, value: number): boolean {
  if (!Number.isInteger(value)) return false;
  if (type === 's32') return value >= -(2 ** 31) && value < 2 ** 31;
  return value >= 0 && value < 2 ** (8 * WIDTH[type]);
}

function decode(rows: Rows, bytes: Uint8Array): Record<string, unknown> {
  const whole = new Uint8Array(rows.size);
  whole.set(bytes.subarray(0, rows.size));
  const view = new DataView(whole.buffer);
  return Object.fromEntries(
    Object.entries(rows.fields).map(([name, field]) => [name, take(view, rows.offset[name] ?? 0, field)]),
  );
}

function take(view: DataView, at: number, field: Field): unknown {
  if (typeof field === 'object' && 'bytes' in field) return new Uint8Array(view.buffer.slice(at, at + field.bytes));
  const type = typeof field === 'string' ? field : field.type;
  if (type === 'u64') return view.getBigUint64(at, true);
  if (type === 'u8') return view.getUint8(at);
  if (type === 'u16') return view.getUint16(at, true);
  if (type === 's32') return view.getInt32(at, true);
  return view.getUint32(at, true);
}
