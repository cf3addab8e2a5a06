/** A PASID of a device has one binding. */

import { groupBy } from '../../model/group-by.ts';
import { formatPasids, pasidWords } from '../../model/pasid.ts';
import type { Problem } from '../problem.ts';
import { overlaps } from './overlaps.ts';
import { at, type RuleContext } from './rule.ts';

export function* pasidOverlap({ draft, where }: RuleContext): Generator<Problem> {
  for (const [device, bindings] of groupBy(draft.bindings, (binding) => binding.device)) {
    const ranges = bindings.flatMap((binding) => binding.ranges.map((range) => ({ ...range, binding })));
    for (const [earlier, later] of overlaps(ranges, { first: ({ first }) => first, end: ({ last }) => last + 1 })) {
      const other = earlier.at === later.at ? 'in the same list' : `at ${where(earlier.at)}`;
      const message = `${pasidWords(later)} of ${device} overlap ${formatPasids(earlier)} ${other}.`;
      const basis = [earlier.at, at(later.binding, 'device'), at(earlier.binding, 'device')];
      yield { code: 'SPEC_PASID_OVERLAP', message, at: later.at, basis };
    }
  }
}
