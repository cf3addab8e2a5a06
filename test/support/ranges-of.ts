/** Ranges written out, as a list that a batch takes. */

import { known } from '../../src/assert.ts';
import type { InvalidationRanges } from '../../src/kernel/invalidation-batch.ts';

export interface WrittenRange {
  readonly page: number;
  readonly pages: number;
  readonly leaf: boolean;
}

export function rangesOf(...ranges: readonly WrittenRange[]): InvalidationRanges {
  const at = (index: number): WrittenRange => known(ranges[index], `range ${index}`);
  return {
    count: ranges.length,
    page: (index) => at(index).page,
    pages: (index) => at(index).pages,
    leaf: (index) => at(index).leaf,
  };
}

/** One after the other. */
export function pagesOf(count: number): InvalidationRanges {
  return rangesOf(...Array.from({ length: count }, (_, page) => ({ page, pages: 1, leaf: false })));
}
