/** Asking before a change. Without a terminal nothing is asked: a script that waits for an answer hangs for ever. */

import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Colors } from '../views/colors.ts';
import { stderrColors, stdoutColors } from './colors.ts';
import type { OutputOptions } from './options.ts';
import { type Deps, writeErr, writeOut } from './terminal.ts';

const YES: ReadonlySet<string> = new Set(['y', 'yes']);

export interface Proposed {
  /** What is to be done. */
  readonly text: (colors: Colors) => string;
  readonly question: string;
  /** There is nothing to do, so nothing is asked. */
  readonly isEmpty: boolean;
}

/**
 * Show what is to be done, and ask. Where stdout is for programs, the text goes to stderr, and only when something is asked.
 *
 * @returns false when the answer is no
 * @throws Refusal `usage` when something is to be asked without a terminal
 */
export async function propose(
  { text, question, isEmpty }: Proposed,
  { output, color, autoApprove }: OutputOptions & { readonly autoApprove: boolean },
  deps: Deps,
): Promise<boolean> {
  const asks = !isEmpty && !autoApprove;
  if (output === 'text') writeOut(deps, text(stdoutColors(color, deps)));
  else if (asks) writeErr(deps, text(stderrColors(color, deps)));
  if (!asks || (await approved(question, deps))) return true;
  writeErr(deps, 'Nothing was changed.\n');
  return false;
}

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A signal, Ctrl-C, Ctrl-D and whatever is not y or yes mean no.
 *
 * @throws Refusal `usage` without a terminal
 */
async function approved(question: string, { terminal }: Deps): Promise<boolean> {
  if (!terminal.stdinIsTerminal) {
    throw new Refusal('usage', [diagnostic('USAGE_NO_TERMINAL', 'there is no terminal to ask on')]);
  }
  // With `2>log` the person reads stdout.
  const seen = !terminal.stderrIsTerminal && terminal.stdoutIsTerminal ? terminal.stdout : terminal.stderr;
  const { createInterface } = await import('node:readline');
  const asking = createInterface({ input: terminal.stdin, output: seen });
  const stop = (): void => asking.close();
  // Where the output is not a terminal, Ctrl-C comes as a signal, as do kill and a hang-up.
  for (const signal of ENDING) process.on(signal, stop);
  const answer = await new Promise<string | null>((resolve) => {
    asking.on('close', () => resolve(null));
    asking.on('SIGINT', stop);
    asking.question(`${question} [y/N] `, resolve);
  });
  asking.close();
  for (const signal of ENDING) process.off(signal, stop);
  // The cursor still stands behind the question.
  if (answer === null) seen.write('\n');
  return answer !== null && YES.has(answer.trim().toLowerCase());
}
