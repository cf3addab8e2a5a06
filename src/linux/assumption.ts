/** What-if: one thing that is taken to be otherwise than the machine shows, as `doctor --assume` names it. */

import { wordsOf } from './command-line.ts';
import { isImpossible } from './kernel-options.ts';
import { isBoolean, KNOWN_PARAMETERS } from './module-parameters.ts';
import { underscored } from './parse-args.ts';
import { parseRelease } from './release.ts';

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
  'config:CONFIG_OPTION=y|m|n',
];

/** `null` when the text has none of the forms. */
export function parseAssumption(text: string): Assumption | null {
  const line = /^cmdline([+-])=(.*)$/s.exec(text);
  if (line !== null) return lineAssumption(line[1] === '+', line[2] ?? '');
  const release = /^kernel=(\d+\.\d+(?:\.\d+)?(?:[-+~_.]\S*)?)$/.exec(text)?.[1];
  if (release !== undefined) return parseRelease(release) === null ? null : { kind: 'release', release };
  const [, module, name, value] = /^module:([\w-]+)\.([\w-]+)=(\S+)$/.exec(text) ?? [];
  if (module !== undefined && name !== undefined && value !== undefined) {
    return parameterAssumption(underscored(module), underscored(name), value);
  }
  const [, option, setting] = /^config:(CONFIG_\w+)=([ymn])$/.exec(text) ?? [];
  if (option === undefined || setting === undefined) return null;
  return isImpossible(option, setting) ? null : { kind: 'option', name: option, value: setting };
}

/** Those that decide something are booleans, and another word for them is a slip. */
function parameterAssumption(module: string, name: string, value: string): Assumption | null {
  const decides = KNOWN_PARAMETERS.some((known) => known.module === module && known.name === name);
  return decides && !isBoolean(value) ? null : { kind: 'parameter', module, name, value };
}

function lineAssumption(adds: boolean, text: string): Assumption | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  return { kind: adds ? 'words-added' : 'words-removed', words };
}
