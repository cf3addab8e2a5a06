/** Was a VM run good? QEMU's exit code says nothing, so the guest's own files and its kernel's log decide. */

import { kernelComplaints, tail } from './kernel-log.ts';

export interface EndedRun {
  readonly timedOut: boolean;
  readonly console: string;
  readonly totalMs: number;
  /** Files of the work folder, by name. */
  readonly results: ReadonlyMap<string, string>;
  /** Warnings and taint at the end are no faults. */
  readonly allowTaint?: boolean;
}

const CONSOLE_LINES = 60;

/** Throws when the run was not good, with everything a reader needs to see why. */
export function judgeRun(run: EndedRun): void {
  const faults = findFaults(run);
  if (faults.length === 0) return;
  throw new Error(
    [
      `The VM run failed after ${run.totalMs} ms.`,
      ...faults,
      '--- end of the console',
      tail(run.console, CONSOLE_LINES),
    ].join('\n'),
  );
}

/** Everything wrong with a run, worst first. */
export function findFaults({ timedOut, results, allowTaint = false }: EndedRun): readonly string[] {
  if (timedOut) return ['It did not end in time; QEMU was killed.'];
  const exitCode = results.get('exit-code')?.trim();
  if (exitCode === undefined) return ['It ended without leaving an exit code: the kernel did not come up, or died.'];
  const faults: string[] = [];
  const complaints = allowTaint ? [] : kernelComplaints(results.get('dmesg') ?? '');
  if (complaints.length > 0) faults.push('The kernel complained:', ...complaints.slice(0, 20));
  if (!results.has('dmesg')) faults.push('It left no kernel log.');
  for (const moment of allowTaint ? ['before'] : ['before', 'after']) {
    const tainted = results.get(`tainted-${moment}`)?.trim();
    if (tainted !== '0') faults.push(`The kernel was tainted ${moment} the script: ${tainted ?? 'not told'}.`);
  }
  if (exitCode !== '0') faults.push(`The script exited with ${exitCode}.`);
  return faults;
}
