/** Rules about the PASIDs of a binding and the PASID width of its vIOMMU. */

import { formatPasids, NO_PASID } from '../../model/pasid.ts';
import type { Problem } from '../problem.ts';
import { at, pasidsAt, type RuleContext } from './rule.ts';

/** PASID 0 means the RID: linux/iommu.h IOMMU_NO_PASID (7.3), src/quirks.md Q5. */
export function* pasidZero({ draft }: RuleContext): Generator<Problem> {
  for (const binding of draft.bindings) {
    if (binding.first !== NO_PASID && binding.last !== NO_PASID) continue;
    const message = `${formatPasids(binding)} of ${binding.device} includes PASID 0, which means requests without a PASID; PASIDs start at 1.`;
    yield { code: 'SPEC_PASID_ZERO', message, at: pasidsAt(binding) };
  }
}

export function* pasidRangeReversed({ draft }: RuleContext): Generator<Problem> {
  for (const binding of draft.bindings) {
    const { first, last } = binding;
    if (first <= last || last === NO_PASID) continue;
    const message = `The range ${formatPasids(binding)} of ${binding.device} ends before it starts; write ${last}-${first}.`;
    yield { code: 'SPEC_PASID_RANGE_REVERSED', message, at: pasidsAt(binding) };
  }
}

/** The guest's PASID directory has entries for 2^pasidBits PASIDs (VT-d r5 §9.5), and QEMU reads no others. */
export function* pasidOutOfRange({ draft, viommuOf }: RuleContext): Generator<Problem> {
  for (const binding of draft.bindings) {
    const viommu = viommuOf(binding);
    // With `pasidBits: 0` SPEC_PASIDS_OFF is reported instead, once for the vIOMMU.
    if (viommu === null || viommu.pasidBits === 0) continue;
    const largest = 2 ** viommu.pasidBits - 1;
    const highest = Math.max(binding.first, binding.last);
    if (highest <= largest) continue;
    const message = `PASID ${highest} is too large: \`pasidBits: ${viommu.pasidBits}\` of ${viommu.name} allows 1 to ${largest}.`;
    yield { code: 'SPEC_PASID_OUT_OF_RANGE', message, at: pasidsAt(binding), basis: [at(viommu, 'pasidBits')] };
  }
}
