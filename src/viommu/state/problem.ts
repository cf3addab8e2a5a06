/** What the engine tells while it works: problems of the guest and of the host, each about a device and a PASID if any. */

import type { Code } from '../../diagnostics/codes.ts';

export interface Problem {
  readonly code: Code;
  /** Name of the device; `null` when it is about the whole vIOMMU. */
  readonly device: string | null;
  readonly pasid: number | null;
  readonly message: string;
}

export type ReportProblem = (problem: Problem) => void;
