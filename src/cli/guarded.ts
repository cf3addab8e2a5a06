/** The border of a command: what the world refuses becomes a report and an exit code; what is our bug goes on up. */

import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { StateError } from '../state/state-file.ts';
import { EXIT } from './exit-codes.ts';
import type { OutputOptions } from './options.ts';
import type { Report } from './report.ts';
import { Stop } from './stop.ts';
import type { Deps } from './terminal.ts';

export async function guarded(options: OutputOptions, deps: Deps, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const stop = stopOf(error);
    const { reportFinal } = await import('./report.ts');
    reportFinal(stop, options, deps);
    return stop.exitCode;
  }
}

/** Say what a command goes on with. Excerpts need tables of Unicode, too slow to load for a spec without problems. */
export async function warn(report: Report, options: OutputOptions, deps: Deps): Promise<void> {
  if (report.diagnostics.length === 0) return;
  const { reportAside } = await import('./report.ts');
  reportAside(report, options, deps);
}

function stopOf(error: unknown): Stop {
  if (error instanceof Stop) return error;
  if (error instanceof StateError) return new Stop(stateExit(error), [stateProblem(error)]);
  throw error;
}

function stateProblem({ code, message }: StateError): Diagnostic {
  return diagnostic(code, message);
}

function stateExit({ code }: StateError): number {
  if (code === 'STATE_LOCKED') return EXIT.locked;
  if (code === 'STATE_NOT_WRITABLE') return EXIT.noPermission;
  if (code === 'STATE_OTHER_BACKEND' || code === 'STATE_OTHER_MACHINE') return EXIT.usage;
  return EXIT.failed;
}
