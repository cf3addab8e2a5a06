/** Advice for an unknown name. */

import { suggest } from '../suggest.ts';

/** Names that are compared, since each comparison takes time. */
const MOST_CANDIDATES = 200;

export function closest(name: string, known: ReadonlySet<string>): string | null {
  return suggest(name, [...known].slice(0, MOST_CANDIDATES));
}

export function didYouMean(name: string, known: ReadonlySet<string>): { readonly advice?: string } {
  const meant = closest(name, known);
  return meant === null ? {} : { advice: `Did you mean ${meant}?` };
}
