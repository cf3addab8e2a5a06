/** A PASID of a device has one binding. */

import { groupBy } from '../../model/group-by.ts';
import { formatPasids } from '../../model/pasid.ts';
import type { Problem } from '../problem.ts';
import { overlaps } from './overlaps.ts';
import { at, pasidsAt, type RuleContext } from './rule.ts';

export function* pasidOverlap({ draft, where }: RuleContext): Generator<Problem> {
  for (const [device, bindings] of groupBy(draft.bindings, (binding) => binding.device)) {
    for (const [earlier, later] of overlaps(bindings, { first: ({ first }) => first, end: ({ last }) => last + 1 })) {
      const other = pasidsAt(earlier);
      const message = `PASIDs ${formatPasids(later)} of ${device} overlap ${formatPasids(earlier)} at ${where(other)}.`;
      const basis = [other, at(later, 'device'), at(earlier, 'device')];
      yield { code: 'SPEC_PASID_OVERLAP', message, at: pasidsAt(later), basis };
    }
  }
}
