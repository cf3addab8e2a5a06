/** Around each command: a Refusal becomes a report and an exit code; a bug is thrown on. */

import { type Problems, Refusal } from '../diagnostics/refusal.ts';
import { exitOfRefusal } from './exit-codes.ts';
import type { OutputOptions } from './options.ts';
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

/** Report warnings. Loaded on demand: excerpts need Unicode tables, which are slow to load. */
export async function warn(problems: Problems, options: OutputOptions, deps: Deps): Promise<void> {
  if (problems.diagnostics.length === 0) return;
  const { reportAside } = await import('./report.ts');
  reportAside(problems, options, deps);
}
