/** Everything that a guest's tables say, for one walk: what the views and the kernel's own format are made of. */

import { decodeRtaddr, type TranslationMode } from '../vtd/registers.ts';
import type { Guest, GuestRegisters } from './guest.ts';
import type { WalkItem, WalkLimits } from './walk-item.ts';
import { walkTables } from './walk-tables.ts';

export interface GuestTables {
  /** What the kernel calls the unit. */
  readonly unit: string;
  readonly registers: GuestRegisters;
  /** `null`: no root table was set. */
  readonly root: { readonly mode: TranslationMode; readonly rootTable: bigint } | null;
  /** One walk through the tables, as they are when it is made; empty where the mode has none. */
  readonly items: Iterable<WalkItem>;
}

export interface TablesOptions {
  readonly pasidBits: number;
  readonly limits: WalkLimits;
}

/** Fetching a level shows where the next one is: root, contexts, directories, PASID tables. */
const LEVELS = 4;

/** @throws QmpError when memory must be fetched and cannot be */
export async function guestTables(guest: Guest, { pasidBits, limits }: TablesOptions): Promise<GuestTables> {
  const { memory, registers } = guest;
  const root = registers.rtaddr === null ? null : decodeRtaddr(registers.rtaddr);
  const walk = (): Iterable<WalkItem> => {
    if (root === null || root.mode === 'abort' || root.mode === 'reserved') return [];
    return walkTables({ memory, rootTable: root.rootTable, mode: root.mode, pasidBits, limits });
  };
  await bringTables(guest, walk);
  return { unit: 'dmar0', registers, root, items: walk() };
}

async function bringTables({ fetch }: Guest, walk: () => Iterable<WalkItem>): Promise<void> {
  if (fetch === null) return;
  for (let level = 0; level <= LEVELS; level += 1) {
    drain(walk());
    if ((await fetch()) === 0) return;
  }
}

/** A walk for the sake of what it reads. */
function drain(items: Iterable<WalkItem>): void {
  const walk = items[Symbol.iterator]();
  while (walk.next().done !== true);
}
