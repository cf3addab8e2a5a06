/** A problem of the text of one file, found before its contents are checked. */

import type { Code } from '../../diagnostics/codes.ts';

export interface YamlProblem {
  readonly code: Code;
  readonly message: string;
  /** Replaces the catalogue's advice. */
  readonly advice?: string;
  /** Offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}
