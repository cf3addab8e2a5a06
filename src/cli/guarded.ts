/** The border of a command: a refusal becomes a report and an exit code; what is our bug goes on up. */

import { Refusal } from '../diagnostics/refusal.ts';
import { exitOfRefusal } from './exit-codes.ts';
import type { OutputOptions } from './options.ts';
import type { Report } from './report.ts';
import type { Deps } from './terminal.ts';

export async function guarded(options: OutputOptions, deps: Deps, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reportFinal } = await import('./report.ts');
    reportFinal(error, options, deps);
    return exitOfRefusal(error);
  }
}

/** Say what a command goes on with. Excerpts need tables of Unicode, too slow to load for a spec without problems. */
export async function warn(report: Report, options: OutputOptions, deps: Deps): Promise<void> {
  if (report.diagnostics.length === 0) return;
  const { reportAside } = await import('./report.ts');
  reportAside(report, options, deps);
}
