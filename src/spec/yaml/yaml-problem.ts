/** A complaint about the text of one file, before anything is known about its meaning. */

import type { Code } from '../../diagnostics/codes.ts';

export interface YamlProblem {
  readonly code: Code;
  readonly message: string;
  /** Offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}
