/** What-if: one thing that is taken to be otherwise than the machine shows, as `doctor --assume` names it. */

import { wordsOf } from './command-line.ts';

export type Assumption =
  | { readonly kind: 'words-added'; readonly words: readonly string[] }
  | { readonly kind: 'words-removed'; readonly words: readonly string[] }
  | { readonly kind: 'release'; readonly release: string }
  | { readonly kind: 'parameter'; readonly module: string; readonly name: string; readonly value: string }
  | { readonly kind: 'option'; readonly name: string; readonly value: string };

/** The forms, for messages. */
export const ASSUMPTION_FORMS: readonly string[] = [
  'cmdline+=WORDS',
  'cmdline-=WORDS',
  'kernel=RELEASE',
  'module:MODULE.PARAMETER=VALUE',
  'config:CONFIG_OPTION=VALUE',
];

/** `null` when the text has none of the forms. */
export function parseAssumption(text: string): Assumption | null {
  const line = /^cmdline([+-])=(.*)$/s.exec(text);
  if (line !== null) return lineAssumption(line[1] === '+', line[2] ?? '');
  const release = /^kernel=(\d+\.\d+\S*)$/.exec(text)?.[1];
  if (release !== undefined) return { kind: 'release', release };
  const [, module, name, value] = /^module:([\w-]+)\.([\w-]+)=(\S+)$/.exec(text) ?? [];
  if (module !== undefined && name !== undefined && value !== undefined) {
    return { kind: 'parameter', module: module.replaceAll('-', '_'), name: name.replaceAll('-', '_'), value };
  }
  const [, option, setting] = /^config:(CONFIG_\w+)=(\S+)$/.exec(text) ?? [];
  return option === undefined || setting === undefined ? null : { kind: 'option', name: option, value: setting };
}

function lineAssumption(adds: boolean, text: string): Assumption | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  return { kind: adds ? 'words-added' : 'words-removed', words };
}
