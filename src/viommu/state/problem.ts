/** Problems of guest and host that the engine reports, with device and PASID where there are any. */

import type { Code } from '../../diagnostics/codes.ts';

export interface Problem {
  readonly code: Code;
  /** Name of the device; `null` when it is about the whole vIOMMU. */
  readonly device: string | null;
  readonly pasid: number | null;
  readonly message: string;
}

export type ReportProblem = (problem: Problem) => void;
