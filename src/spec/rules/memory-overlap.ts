/** Regions of one vIOMMU must not share guest addresses: IOMMU_IOAS_MAP_FILE answers EEXIST for an address that is mapped. */

import type { MemorySpec } from '../../model/spec.ts';
import { hex } from '../../text/hex.ts';
import type { Problem } from '../problem.ts';
import { overlaps } from './overlaps.ts';
import { at, endOf, type RuleContext } from './rule.ts';

export function* memoryOverlap({ draft, where }: RuleContext): Generator<Problem> {
  for (const { name, memory } of draft.viommus) {
    for (const [earlier, later] of overlaps(memory, { first: ({ guestAddress }) => guestAddress, end: endOf })) {
      const other = at(earlier, 'guestAddress');
      const message = `The memory region ${formatRegion(later)} of ${name} overlaps ${formatRegion(earlier)} at ${where(other)}.`;
      const basis = [other, at(later, 'size'), at(earlier, 'size')];
      yield { code: 'SPEC_MEMORY_OVERLAP', message, at: at(later, 'guestAddress'), basis };
    }
  }
}

function formatRegion(memory: MemorySpec): string {
  return `${hex(memory.guestAddress)}–${hex(endOf(memory) - 1n)}`;
}
