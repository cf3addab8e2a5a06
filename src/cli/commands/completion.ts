/**
 * `pasidctl completion SHELL`, and the hidden `pasidctl complete -- WORDS` that its scripts call.
 * Words come from the commander tree through @bomb.sh/tab, which prints them itself; paths are the shell's own business.
 */

import { ShellCompDirective, script } from '@bomb.sh/tab';
import describeForTab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { CODES, type Code } from '../../diagnostics/codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { CompletionOptions, Shell } from '../options.ts';
import { type Deps, writeOut } from '../terminal.ts';

const FILES = ShellCompDirective.ShellCompDirectiveDefault;
const DIRECTORIES = ShellCompDirective.ShellCompDirectiveFilterDirs;

const PATH_OPTIONS: ReadonlyMap<string, number> = new Map([
  ['-f', FILES],
  ['--file', FILES],
  ['--machine', FILES],
  ['--out', FILES],
  ['--ram', FILES],
  ['--script', FILES],
  ['--qemu-trace', FILES],
  ['--qmp', FILES],
  ['--root', DIRECTORIES],
  ['--state-dir', DIRECTORIES],
]);

/** The script declares readonly constants under names that every tool made with tab shares; twice is an error. */
const BASH_BEFORE = 'readonly() { local name; IFS== read -r name _ <<< "$1"; [[ -v $name ]] || declare -g "$1"; }\n';

/** Its helper is of the package bash-completion, which not every machine has; words stay apart at = and : then. */
const BASH_HELPER = `declare -F _get_comp_words_by_ref > /dev/null || _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}")
    cword=$COMP_CWORD
    cur=\${COMP_WORDS[COMP_CWORD]}
    prev=\${COMP_WORDS[COMP_CWORD - 1]:-}
}
`;

/** And it registers itself without `-o default`, so that `-f <TAB>` would offer no files. */
const BASH_AFTER = 'unset -f readonly\ncomplete -o default -F __pasidctl_complete pasidctl\n';

export function runCompletion({ shell }: CompletionOptions, deps: Deps): Promise<number> {
  if (shell === 'bash') writeOut(deps, `${BASH_BEFORE}${BASH_HELPER}`);
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
  const directive = PATH_OPTIONS.get(words.at(-2) ?? '') ?? (isPlanFile(words) ? FILES : undefined);
  if (directive !== undefined) writeOut(deps, `:${directive}\n`);
  else if (words[0] === 'completion')
    writeOut(deps, `${SHELLS.join('\n')}\n:${ShellCompDirective.ShellCompDirectiveNoFileComp}\n`);
  else describe(program).parse([...words]);
  return Promise.resolve(EXIT.done);
}

/** Those that we print scripts for; the library knows more. */
const SHELLS: readonly Shell[] = ['bash', 'fish', 'zsh'];

/** The saved plan of `apply`, which is no option's value. */
function isPlanFile(words: readonly string[]): boolean {
  const [command, ...rest] = words;
  const before = rest.at(-2) ?? '';
  return command === 'apply' && rest.length > 0 && !(rest.at(-1) ?? '').startsWith('-') && !VALUED.has(before);
}

/** Options of apply whose value comes in the next word. */
const VALUED: ReadonlySet<string> = new Set(['-o', '--output', '--color', '--backend', '--lock-timeout']);

function describe(program: Command): ReturnType<typeof describeForTab> {
  const root = describeForTab(program, { completionCommandName: 'completion' });
  const code = root.commands.get('explain')?.arguments.get('code');
  if (code !== undefined) {
    code.handler = (complete) => {
      const names = Object.keys(CODES).sort() as Code[];
      for (const name of names) complete(name, CODES[name].summary);
    };
  }
  return root;
}
