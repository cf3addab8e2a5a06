/** Which view an apply gets: events for programs, a live screen on a terminal, lines in a log. */

import { type ApplyView, createApplyView } from '../views/apply-view.ts';
import { stdoutColors } from './colors.ts';
import type { OutputOptions } from './options.ts';
import type { Deps } from './terminal.ts';
import { VERSION } from './tool-version.ts';

export function openApplyView(options: OutputOptions, deps: Deps): Promise<ApplyView> {
  const { stdout: out, stderr: err, stderrIsTerminal } = deps.terminal;
  const text = stderrIsTerminal ? 'tasks' : 'lines';
  return createApplyView(options.output === 'text' ? text : 'json', {
    out,
    err,
    colors: stdoutColors(options.color, deps),
    tool: VERSION,
  });
}
