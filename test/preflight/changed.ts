/** The case of a row of the table of facts. */

import type { FactRow } from './one-fact-rows.ts';
import type { Case } from './world.ts';

export function changed({ base = {}, change }: FactRow): Case {
  const part = <K extends 'spec' | 'host' | 'fn' | 'unit'>(key: K) =>
    base[key] === undefined && change[key] === undefined ? {} : { [key]: { ...base[key], ...change[key] } };
  return { ...base, ...change, ...part('spec'), ...part('host'), ...part('fn'), ...part('unit') };
}
