/** A walk through a guest's tables, gathered by function, for the views that show it whole. */

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

/** Makes the walk. */
export function gather({ items }: GuestTables): GatheredTables {
  const functions: { readonly walked: WalkedFunction; readonly entries: WalkedEntry[] }[] = [];
  const problems: WalkProblem[] = [];
  for (const item of items) {
    if (item.kind === 'problem') problems.push(item);
    // Entries follow their function.
    else if (item.kind === 'entry') functions.at(-1)?.entries.push(item);
    else functions.push({ walked: item, entries: [] });
  }
  return { functions, problems };
}
