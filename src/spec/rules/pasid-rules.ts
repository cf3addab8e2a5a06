/** Rules about the PASIDs of a binding and the PASID width of its vIOMMU. */

import { formatPasids, NO_PASID } from '../../model/pasid.ts';
import type { Draft, DraftBinding, DraftRange } from '../normalize/draft.ts';
import type { Place, Problem } from '../problem.ts';
import { at, type RuleContext } from './rule.ts';

interface BoundRange {
  readonly binding: DraftBinding;
  readonly range: DraftRange;
}

/** Ranges that break a rule: of one text, such as `0-3,0-9`, the first. */
function* breaking(
  { bindings }: Draft,
  breaks: (range: DraftRange, binding: DraftBinding) => boolean,
): Generator<BoundRange> {
  for (const binding of bindings) {
    let reported: Place | null = null;
    for (const range of binding.ranges) {
      if (range.at === reported || !breaks(range, binding)) continue;
      reported = range.at;
      yield { binding, range };
    }
  }
}

/** PASID 0 means the RID: linux/iommu.h IOMMU_NO_PASID (7.3), src/quirks.md Q5. */
export function* pasidZero({ draft }: RuleContext): Generator<Problem> {
  for (const { binding, range } of breaking(draft, ({ first, last }) => first === NO_PASID || last === NO_PASID)) {
    const message = `${formatPasids(range)} of ${binding.device} includes PASID 0, which means requests without a PASID; PASIDs start at 1.`;
    yield { code: 'SPEC_PASID_ZERO', message, at: range.at };
  }
}

export function* pasidRangeReversed({ draft }: RuleContext): Generator<Problem> {
  for (const { binding, range } of breaking(draft, ({ first, last }) => first > last && last !== NO_PASID)) {
    const { first, last } = range;
    const message = `The range ${formatPasids(range)} of ${binding.device} ends before it starts; write ${last}-${first}.`;
    yield { code: 'SPEC_PASID_RANGE_REVERSED', message, at: range.at };
  }
}

/** The guest's PASID directory has entries for 2^pasidBits PASIDs (VT-d r5 §9.5), and QEMU reads no others. */
export function* pasidOutOfRange({ draft, viommuOf }: RuleContext): Generator<Problem> {
  const tooLarge = breaking(draft, ({ first, last }, binding) => {
    const bits = viommuOf(binding)?.pasidBits ?? 0;
    // With `pasidBits: 0` SPEC_PASIDS_OFF is reported instead, once for the vIOMMU.
    return bits > 0 && Math.max(first, last) >= 2 ** bits;
  });
  for (const { binding, range } of tooLarge) {
    const viommu = viommuOf(binding);
    if (viommu === null) continue;
    const highest = Math.max(range.first, range.last);
    const message = `PASID ${highest} is too large: \`pasidBits: ${viommu.pasidBits}\` of ${viommu.name} allows 1 to ${2 ** viommu.pasidBits - 1}.`;
    yield { code: 'SPEC_PASID_OUT_OF_RANGE', message, at: range.at, basis: [at(viommu, 'pasidBits')] };
  }
}
