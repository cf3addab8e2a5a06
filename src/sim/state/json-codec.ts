/**
 * Plain data ↔ JSON, with bigint, Map, Set and typed arrays, which JSON lacks: an object whose field `$` names the kind.
 *
 * Typed arrays are deflated and written as base64, without their trailing zeros, so that a million equal words take a few
 * bytes.
 */

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { hexDigits } from '../../text/hex.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Undone by: fromJson. Throws TypeError for functions and symbols. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return { $: 'bigint', value: hexDigits(value) };
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Uint8Array) return arrayToJson('u8', value, value.length);
  if (value instanceof Uint32Array)
    return arrayToJson('u32', new Uint8Array(value.buffer, value.byteOffset, value.byteLength), value.length);
  if (value instanceof Map) return { $: 'map', value: [...value].map(toJson) };
  if (value instanceof Set) return { $: 'set', value: [...value].map(toJson) };
  if (typeof value !== 'object') throw new TypeError(`${typeof value} cannot be written as JSON`);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one)]));
}

/** Undone by: toJson. Throws TypeError for a `$` that toJson does not write. */
export function fromJson(json: Json): unknown {
  if (json === null || typeof json !== 'object') return json;
  if (isList(json)) return json.map(fromJson);
  if ('$' in json) return decode(json);
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, fromJson(one)]));
}

type Fields = { readonly [key: string]: Json };

function decode(json: Fields): unknown {
  const { $: kind, value } = json;
  if (kind === 'bigint' && typeof value === 'string') return BigInt(`0x${value}`);
  if (kind === 'map' && isList(value)) return new Map(value.map((pair) => pairOf(fromJson(pair))));
  if (kind === 'set' && isList(value)) return new Set(value.map(fromJson));
  if (kind === 'u8') return arrayFromJson(json, 1);
  if (kind === 'u32') return new Uint32Array(arrayFromJson(json, 4).buffer);
  throw new TypeError(`unknown kind ${JSON.stringify(kind)}`);
}

function arrayToJson(kind: 'u8' | 'u32', bytes: Uint8Array, length: number): Json {
  let used = bytes.length;
  while (used > 0 && bytes[used - 1] === 0) used -= 1;
  return { $: kind, length, value: deflateRawSync(bytes.subarray(0, used), { level: 1 }).toString('base64') };
}

function arrayFromJson({ length, value }: Fields, elementBytes: number): Uint8Array<ArrayBuffer> {
  if (typeof length !== 'number' || typeof value !== 'string') throw new TypeError('an array without length or value');
  const bytes = new Uint8Array(length * elementBytes);
  bytes.set(inflateRawSync(Buffer.from(value, 'base64'), { maxOutputLength: Math.max(1, bytes.length) }));
  return bytes;
}

function pairOf(value: unknown): readonly [unknown, unknown] {
  if (Array.isArray(value) && value.length === 2) return [value[0], value[1]];
  throw new TypeError('a map entry is not a pair');
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}
