/** Run every rule over a draft. */

import type { Problem } from '../problem.ts';
import type { BrokenFields } from '../shape/broken.ts';
import type { RuleContext } from './rule.ts';
import { RULES } from './rules.ts';

/** Yields what the rules find, without problems that depend on a field that the shape check has reported. */
export function* runRules(context: RuleContext, broken: BrokenFields): Generator<Problem> {
  for (const rule of RULES) {
    for (const problem of rule(context)) {
      if (![problem.at, ...(problem.basis ?? [])].some((place) => broken.has(place))) yield problem;
    }
  }
}
