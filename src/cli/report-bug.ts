/** What the operator sees when we are wrong: short, and what to send us. */

import { escapeControls } from '../text/escape.ts';
import { EXIT } from './exit-codes.ts';
import { type Deps, writeErr } from './terminal.ts';

/** Tell about an exception that nobody expected; returns the exit code for it. */
export function reportBug(error: unknown, deps: Deps): number {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const wantsStack = (deps.env.PASIDCTL_DEBUG ?? '') !== '';
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const more = wantsStack
    ? escapeControls(stack, { keepLineBreaks: true })
    : 'Run it again with PASIDCTL_DEBUG=1 and send us the output, with the files it read.';
  writeErr(deps, `pasidctl: this is a bug in pasidctl: ${escapeControls(text)}\n${more}\n`);
  return EXIT.bug;
}
