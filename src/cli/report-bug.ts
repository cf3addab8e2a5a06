/** The report of a bug of pasidctl. */

import { escapeControls } from '../text/escape.ts';
import { EXIT } from './exit-codes.ts';
import { type Deps, writeErr } from './terminal.ts';

/** Report an unexpected exception; returns its exit code. */
export function reportBug(error: unknown, deps: Deps): number {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const wantsStack = (deps.env.PASIDCTL_DEBUG ?? '') !== '';
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const more = wantsStack
    ? escapeControls(stack, { keepLineBreaks: true })
    : 'Run the command again with PASIDCTL_DEBUG=1, and report the bug with its output and the files that it read.';
  writeErr(deps, `pasidctl: this is a bug in pasidctl: ${escapeControls(text)}\n${more}\n`);
  return EXIT.bug;
}
