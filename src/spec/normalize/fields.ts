/**
 * Fields of one entry, read with a fallback.
 *
 * A field with a wrong value, which the shape check has reported, counts as absent, so that all other fields can still be
 * checked.
 */

import type { Origin } from '../../model/source.ts';

/** One mapping of the spec, with the fields that the schema gives a `T`. */
export interface Entry<T> {
  readonly fields: { readonly [K in keyof T]?: unknown };
  readonly origin: Origin;
}

/** `null` when the value is not a mapping. */
export function entry<T>(value: unknown, origin: Origin): Entry<T> | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  return { fields: value, origin };
}

/** Entries of a list; values that are not mappings are left out. */
export function entries<T>(value: unknown, origin: Origin): readonly Entry<T>[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((item: unknown, index) => entry<T>(item, { document: origin.document, path: [...origin.path, index] }))
    .filter((item) => item !== null);
}

export function text<T>({ fields }: Entry<T>, key: keyof T): string | null {
  const value = fields[key];
  return typeof value === 'string' ? value : null;
}

export function flag<T>({ fields }: Entry<T>, key: keyof T, fallback: boolean): boolean {
  const value = fields[key];
  return typeof value === 'boolean' ? value : fallback;
}

export function integer<T>({ fields }: Entry<T>, key: keyof T, fallback: number): number {
  const value = fields[key];
  return typeof value === 'number' && Number.isInteger(value) ? value : fallback;
}

/** One of `allowed`, or else `fallback`. */
export function choice<T, const A extends string | number, F>(
  { fields }: Entry<T>,
  key: keyof T,
  { allowed, fallback }: { readonly allowed: readonly A[]; readonly fallback: F },
): A | F {
  return allowed.find((value) => value === fields[key]) ?? fallback;
}
