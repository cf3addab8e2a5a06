/** SPEC_*: mistakes in the operator's files. Exit 65. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const SPEC_CODES = {
  SPEC_YAML_SYNTAX: {
    severity: 'error',
    summary: 'The text is not valid YAML.',
    advice: 'Mend the YAML at the marked place.',
    explanation: 'A spec is YAML 1.2. The marked place is where the parser could not go on.',
  },
} as const satisfies Record<string, CatalogueEntry>;
