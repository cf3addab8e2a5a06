/**
 * `pasidctl completion SHELL`, and the hidden `pasidctl complete -- WORDS` that its scripts call.
 * Words come from the commander tree through @bomb.sh/tab, which prints them itself; paths are the shell's own business.
 */

import { ShellCompDirective, script } from '@bomb.sh/tab';
import describeForTab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { CODES } from '../../diagnostics/codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { CompletionOptions } from '../options.ts';
import { type Deps, writeOut } from '../terminal.ts';

const FILES = ShellCompDirective.ShellCompDirectiveDefault;
const DIRECTORIES = ShellCompDirective.ShellCompDirectiveFilterDirs;

const PATH_OPTIONS: ReadonlyMap<string, number> = new Map([
  ['-f', FILES],
  ['--file', FILES],
  ['--machine', FILES],
  ['--root', DIRECTORIES],
  ['--state-dir', DIRECTORIES],
]);

/** The script declares readonly constants under names that every tool made with tab shares; twice is an error. */
const BASH_BEFORE = 'readonly() { local name; IFS== read -r name _ <<< "$1"; [[ -v $name ]] || declare -g "$1"; }\n';

/** And it registers itself without `-o default`, so that `-f <TAB>` would offer no files. */
const BASH_AFTER = 'unset -f readonly\ncomplete -o default -F __pasidctl_complete pasidctl\n';

export function runCompletion({ shell }: CompletionOptions, deps: Deps): Promise<number> {
  if (shell === 'bash') writeOut(deps, BASH_BEFORE);
  script(shell, 'pasidctl', 'pasidctl');
  if (shell === 'bash') writeOut(deps, BASH_AFTER);
  return Promise.resolve(EXIT.done);
}

/**
 * Print what may stand in place of the last word.
 *
 * @param words  the line so far, without the program's name; the last one is being typed
 */
export function runComplete(words: readonly string[], program: Command, deps: Deps): Promise<number> {
  const directive = PATH_OPTIONS.get(words.at(-2) ?? '');
  if (directive === undefined) describe(program).parse([...words]);
  else writeOut(deps, `:${directive}\n`);
  return Promise.resolve(EXIT.done);
}

function describe(program: Command): ReturnType<typeof describeForTab> {
  const root = describeForTab(program, { completionCommandName: 'completion' });
  const code = root.commands.get('explain')?.arguments.get('code');
  if (code !== undefined) {
    code.handler = (complete) => {
      for (const [name, { summary }] of Object.entries(CODES)) complete(name, summary);
    };
  }
  return root;
}
