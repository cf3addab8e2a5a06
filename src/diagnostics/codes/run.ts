/** Problems of a run: APPLY_*, STATE_*, USAGE_*. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const RUN_CODES = {
  APPLY_STEP_FAILED: {
    severity: 'error',
    summary: 'A step of the plan was refused by the machine.',
    advice: 'Read the named errno and advice; everything done before it was undone.',
    explanation: 'Apply stops at the first refused step and undoes, in reverse, what it had done.',
  },
} as const satisfies Record<string, CatalogueEntry>;
