/** A walk through a guest's tables, grouped by function, for views that need all of it. */

import type { GuestTables } from '../guest/guest-tables.ts';
import type { WalkedEntry, WalkedFunction, WalkProblem } from '../guest/walk-item.ts';

export interface GatheredTables {
  readonly functions: readonly GatheredFunction[];
  readonly problems: readonly WalkProblem[];
}

export interface GatheredFunction {
  readonly walked: WalkedFunction;
  readonly entries: readonly WalkedEntry[];
}

/** Walks through the tables. */
export function gather({ items }: GuestTables): GatheredTables {
  const functions: { readonly walked: WalkedFunction; readonly entries: WalkedEntry[] }[] = [];
  const problems: WalkProblem[] = [];
  for (const item of items) {
    if (item.kind === 'problem') problems.push(item);
    // The walk yields a function before its entries.
    else if (item.kind === 'entry') functions.at(-1)?.entries.push(item);
    else functions.push({ walked: item, entries: [] });
  }
  return { functions, problems };
}
