/**
 * conformance NEEDS[,NEEDS…] [VFIO-DEVICE-FILE [ANOTHER OF ITS GROUP]]
 *
 * Runs the conformance cases that need this on the running kernel, one after the other, and prints one line of JSON for each as it
 * ends: what is missing at the end is where the kernel or the case died. The exit code says only that all were tried.
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

const [, , wanted = '', vfioPath = null, siblingPath = ''] = process.argv;
const bench = createBench({ syscalls: openLibc(), vfioPath, siblingPath });

for (const one of CASES.filter(({ needs }) => wanted.split(',').includes(needs))) {
  const { failed } = runConformance([one], bench);
  const report: CaseReport = { title: titleOf(one), failure: failed[0]?.message ?? null };
  console.log(JSON.stringify(report));
}
