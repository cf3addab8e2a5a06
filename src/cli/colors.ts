/** Colours: by `--color`, else by NO_COLOR (no-color.org), else when the stream is a terminal with colours. */

import { type Colors, createColors } from '../views/colors.ts';
import type { ColorChoice } from './options.ts';
import type { Deps } from './terminal.ts';

export function stdoutColors(choice: ColorChoice, deps: Deps): Colors {
  return createColors(wantsColor(choice, deps.terminal.stdoutIsTerminal, deps.env));
}

export function stderrColors(choice: ColorChoice, deps: Deps): Colors {
  return createColors(wantsColor(choice, deps.terminal.stderrIsTerminal, deps.env));
}

function wantsColor(choice: ColorChoice, isTerminal: boolean, env: Deps['env']): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return isTerminal && env.TERM !== 'dumb';
}
