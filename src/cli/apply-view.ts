/** Choice of the view of an apply: events for programs, a live screen on a terminal, lines in a log. */

import type { EmitEvent } from '../model/events.ts';
import { type ApplyViewKind, createApplyView } from '../views/apply-view.ts';
import { stdoutColors } from './colors.ts';
import type { OutputOptions } from './options.ts';
import type { Deps } from './terminal.ts';
import { VERSION } from './tool-version.ts';

/** Show the events of the work, and wait at its end until all of them are drawn. */
export async function withApplyView<T>(
  options: OutputOptions,
  deps: Deps,
  work: (emit: EmitEvent) => Promise<T>,
): Promise<T> {
  const { stdout: out, stderr: err } = deps.terminal;
  const colors = stdoutColors(options.color, deps);
  const view = await createApplyView(kindOf(options, deps), { out, err, colors, tool: VERSION });
  try {
    return await work(view.onEvent);
  } finally {
    await view.close();
  }
}

function kindOf({ output }: OutputOptions, { terminal, env }: Deps): ApplyViewKind {
  if (output !== 'text') return output;
  return terminal.stderrIsTerminal && env.TERM !== 'dumb' ? 'tasks' : 'lines';
}
