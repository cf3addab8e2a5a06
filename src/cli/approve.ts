/** Asking before changing. Never asks without a terminal: a script that waits for an answer hangs for ever. */

import { createInterface } from 'node:readline';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Deps } from './terminal.ts';

const YES: ReadonlySet<string> = new Set(['y', 'yes']);

/**
 * Ctrl-C, Ctrl-D and whatever is not y or yes mean no.
 *
 * @throws Refusal `usage` without a terminal
 */
export async function approved(question: string, { terminal }: Deps): Promise<boolean> {
  if (!terminal.stdinIsTerminal) {
    throw new Refusal('usage', [diagnostic('USAGE_NO_TERMINAL', 'there is no terminal to ask on')]);
  }
  const asking = createInterface({ input: terminal.stdin, output: terminal.stderr });
  const answer = await new Promise<string | null>((resolve) => {
    asking.on('close', () => resolve(null));
    asking.on('SIGINT', () => asking.close());
    asking.question(`${question} [y/N] `, resolve);
  });
  asking.close();
  // The cursor still stands behind the question.
  if (answer === null) terminal.stderr.write('\n');
  return answer !== null && YES.has(answer.trim().toLowerCase());
}
