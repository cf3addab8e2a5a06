/** Runs cases one after the other, without a test framework: for the inside of a VM. */

import type { Bench } from './bench.ts';
import type { ConformanceCase } from './case.ts';

export interface ConformanceResult {
  readonly passed: number;
  readonly failed: readonly { readonly title: string; readonly message: string }[];
}

/** Cases that need what the bench lacks are the caller's to leave out. */
export function runConformance(cases: readonly ConformanceCase[], bench: Bench): ConformanceResult {
  const failed: { title: string; message: string }[] = [];
  for (const one of cases) {
    const message = runCase(one, bench);
    if (message !== null) failed.push({ title: titleOf(one), message });
  }
  return { passed: cases.length - failed.length, failed };
}

/** `22: a PASID is refused while the RID is on an IOAS` */
export function titleOf({ number, title }: ConformanceCase): string {
  return number === null ? title : `${number}: ${title}`;
}

/** What went wrong, in the case or in cleaning up after it; `null` when nothing did. */
function runCase(one: ConformanceCase, bench: Bench): string | null {
  const failures: string[] = [];
  try {
    one.run(bench);
  } catch (error) {
    failures.push(messageOf(error));
  }
  try {
    bench.finish();
  } catch (error) {
    failures.push(`cleaning up: ${messageOf(error)}`);
  }
  return failures.length === 0 ? null : failures.join('; ');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
