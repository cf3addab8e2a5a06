/** A guest's tables and registers for one walk: the input of views and of the kernel's format. */

import { decodeRtaddr, type TranslationMode } from '../vtd/registers.ts';
import type { Guest, GuestRegisters } from './guest.ts';
import type { WalkItem, WalkLimits } from './walk-item.ts';
import { walkTables } from './walk-tables.ts';

export interface GuestTables {
  /** The kernel's name of the unit. */
  readonly unit: string;
  readonly registers: GuestRegisters;
  /** `null`: no root table was set. */
  readonly root: { readonly mode: TranslationMode; readonly rootTable: bigint } | null;
  /** One walk through the tables as they are during the walk; empty where the mode has no tables. */
  readonly items: Iterable<WalkItem>;
}

export interface TablesOptions {
  readonly pasidBits: number;
  readonly limits: WalkLimits;
}

/** Each level must be fetched before the next one is known: root, contexts, directories, PASID tables. */
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

/** Walk only to note which pages are missing. */
function drain(items: Iterable<WalkItem>): void {
  const walk = items[Symbol.iterator]();
  while (walk.next().done !== true);
}
