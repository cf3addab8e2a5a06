/** Findings that the spec accepts, by the id of a check or by a code. */

import { CHECK_IDS, DOCTOR_CHECK_IDS } from '../../diagnostics/check-ids.ts';
import { CODES } from '../../diagnostics/codes.ts';
import { printable } from '../../text/escape.ts';
import type { Problem } from '../problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { RuleContext } from './rule.ts';
import { at } from './rule.ts';

/** Checks, and the codes that checks report. */
export const ACCEPTABLE: ReadonlySet<string> = new Set([
  ...CHECK_IDS,
  ...DOCTOR_CHECK_IDS,
  ...Object.keys(CODES).filter((code) => code.startsWith('HOST_')),
]);

export function* unknownCheck({ draft }: RuleContext): Generator<Problem> {
  for (const accepted of draft.accepted) {
    if (ACCEPTABLE.has(accepted.check)) continue;
    const message = `No check and no code is named ${printable(accepted.check)}.`;
    yield { code: 'SPEC_UNKNOWN_CHECK', message, at: at(accepted, 'check'), ...didYouMean(accepted.check, ACCEPTABLE) };
  }
}
