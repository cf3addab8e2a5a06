/**
 * The objects of one iommufd context: what kind each id is, how many users it has beyond its table entry, and its details.
 *
 * Kind and users are typed arrays. All fields of nested HWPTs are in a typed array too, since there can be one for every PASID.
 * Source: iommufd/main.c _iommufd_object_alloc, iommufd_object_remove (7.3).
 */

import { type FreeIds, freeIdsFrom, giveBackId, takeId } from './free-ids.ts';
import type { Detail } from './objects.ts';

/** 0 is a free id. A tombstone is an id that is never used again and that every lookup misses. */
export const KIND = {
  ...{ free: 0, tombstone: 1, ioas: 2, paging: 3, nested: 4, device: 5, fault: 6, stdev: 7 },
  ...{ viommu: 8, vdevice: 9, eventQueue: 10 },
} as const;

export type Kind = (typeof KIND)[keyof typeof KIND];

/** 32-bit words of a nested HWPT: see {@link NESTED}. */
const NESTED_WORDS = 8;

/** Which word of a nested HWPT is what. */
export const NESTED = {
  ...{ parent: 0, flags: 1, fault: 2, rootLow: 3, rootHigh: 4, widthBits: 5, stageFlags: 6 },
  /** Made through this VIOMMU; 0: directly on the parent. */
  viommu: 7,
} as const;

export interface ObjectTable {
  readonly ids: FreeIds;
  /** Objects and tombstones. */
  live: number;
  kinds: Uint8Array;
  users: Uint32Array;
  nested: Uint32Array;
  /** Details of all objects except nested HWPTs. */
  readonly details: Map<number, Detail>;
}

export function emptyObjectTable(): ObjectTable {
  return {
    ids: freeIdsFrom(1),
    live: 0,
    kinds: new Uint8Array(8),
    users: new Uint32Array(8),
    nested: new Uint32Array(0),
    details: new Map(),
  };
}

/** The lowest free id, now of this kind and without users. Undone by: freeObject. */
export function allocObject(table: ObjectTable, kind: Kind): number {
  const id = takeId(table.ids);
  if (id >= table.kinds.length) growColumns(table, id);
  table.kinds[id] = kind;
  table.users[id] = 0;
  table.live += 1;
  return id;
}

/** Hide the id of an object that is not complete, so that lookups miss it. Undone by: publishObject. */
export function hideObject(table: ObjectTable, id: number): void {
  table.kinds[id] = KIND.tombstone;
}

export function publishObject(table: ObjectTable, id: number, kind: Kind): void {
  table.kinds[id] = kind;
}

/** Remove the object; its id is never used again. Source: iommufd_object_tombstone_user. */
export function entombObject(table: ObjectTable, id: number): void {
  table.kinds[id] = KIND.tombstone;
  table.details.delete(id);
}

/** Undone by: allocObject, which may give the id to another object. */
export function freeObject(table: ObjectTable, id: number): void {
  table.kinds[id] = KIND.free;
  table.details.delete(id);
  table.live -= 1;
  giveBackId(table.ids, id);
}

export function kindOf(table: ObjectTable, id: number): number {
  return table.kinds[id] ?? KIND.free;
}

/** True when the id names an object: not free, not a tombstone. */
export function isObject(table: ObjectTable, id: number): boolean {
  return kindOf(table, id) > KIND.tombstone;
}

/** Add users, or remove them with a negative count. */
export function addUsers(table: ObjectTable, id: number, count: number): void {
  table.users[id] = (table.users[id] ?? 0) + count;
}

export function usersOf(table: ObjectTable, id: number): number {
  return table.users[id] ?? 0;
}

export function nestedWord(table: ObjectTable, id: number, word: keyof typeof NESTED): number {
  return table.nested[id * NESTED_WORDS + NESTED[word]] ?? 0;
}

/** The words of a nested HWPT, by {@link NESTED}. A new one has the words of the former object with its id. */
export function nestedWords(table: ObjectTable, id: number): Uint32Array {
  const end = (id + 1) * NESTED_WORDS;
  if (end > table.nested.length) {
    const nested = new Uint32Array(Math.max(table.kinds.length * NESTED_WORDS, end));
    nested.set(table.nested);
    table.nested = nested;
  }
  return table.nested.subarray(id * NESTED_WORDS, end);
}

function growColumns(table: ObjectTable, id: number): void {
  const length = Math.max(id + 1, table.kinds.length * 2);
  const kinds = new Uint8Array(length);
  kinds.set(table.kinds);
  const users = new Uint32Array(length);
  users.set(table.users);
  table.kinds = kinds;
  table.users = users;
}
