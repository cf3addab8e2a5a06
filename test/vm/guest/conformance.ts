/**
 * conformance [VFIO-DEVICE-FILE]
 *
 * Runs the conformance cases on the running kernel, one after the other, and prints one line of JSON for each as it ends:
 * what is missing at the end is where the kernel or the case died. The exit code says only that all were tried.
 */

import { openLibc } from '../../../src/kernel/libc.ts';
import { createBench } from '../../kernel/conformance/bench.ts';
import { CASES } from '../../kernel/conformance/cases.ts';
import { runConformance, titleOf } from '../../kernel/conformance/run.ts';

export interface CaseReport {
  readonly title: string;
  /** Why it failed; `null` when it passed. */
  readonly failure: string | null;
}

const bench = createBench({ syscalls: openLibc(), vfioPath: process.argv[2] ?? null });

for (const one of CASES) {
  const { failed } = runConformance([one], bench);
  const report: CaseReport = { title: titleOf(one), failure: failed[0]?.message ?? null };
  console.log(JSON.stringify(report));
}
