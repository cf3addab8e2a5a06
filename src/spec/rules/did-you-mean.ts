/** Advice for a name that nothing has. */

import { suggest } from '../suggest.ts';

/** Beyond this, one is as likely as the other, and comparing with all of them takes its time. */
const MOST_CANDIDATES = 200;

export function didYouMean(name: string, known: ReadonlySet<string>): { readonly advice?: string } {
  const meant = suggest(name, [...known].slice(0, MOST_CANDIDATES));
  return meant === null ? {} : { advice: `Did you mean ${meant}?` };
}
