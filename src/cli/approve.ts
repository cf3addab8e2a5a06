/** Asking before changing. Never asks without a terminal: a script that waits for an answer hangs for ever. */

import { createInterface } from 'node:readline/promises';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Deps } from './terminal.ts';

/** @throws Refusal `usage` without a terminal */
export async function approved(question: string, { terminal }: Deps): Promise<boolean> {
  if (!terminal.stdinIsTerminal) {
    throw new Refusal('usage', [diagnostic('USAGE_NO_TERMINAL', 'there is no terminal to ask on')]);
  }
  const asking = createInterface({ input: terminal.stdin, output: terminal.stderr });
  try {
    return (await asking.question(`${question} Only "yes" is taken for yes: `)).trim() === 'yes';
  } finally {
    asking.close();
  }
}
