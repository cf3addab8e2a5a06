/** USAGE_*: the command line itself. Exit 64. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const RUN_CODES = {} as const satisfies Record<string, CatalogueEntry>;
