/** The text of parameters that a module is loaded with → names and values. Source: kernel/params.c parse_args, lib/cmdline.c next_arg (7.3). */

export interface Argument {
  /** With underscores. */
  readonly name: string;
  /** Without quotes; `null` when only the name is there, which sets a boolean parameter: param_set_bool. */
  readonly value: string | null;
}

/** What a boolean parameter is set to by its name alone: kernel/params.c param_set_bool (7.3). */
export const ALONE = '1';

/** In order; of several with one name the last holds. What follows a lone `--` is not the kernel's. */
export function parseArgs(text: string): readonly Argument[] {
  const { words, open } = quotedWords(text);
  const found: Argument[] = [];
  for (const word of open === null ? words : [...words, open]) {
    if (word === '--') break;
    found.push(argumentOf(word));
  }
  return found;
}

interface Words {
  readonly words: readonly string[];
  /** The last word, when a quote in it is not closed. */
  readonly open: string | null;
}

/** Words between blanks, which quotes keep together; the quotes stay. */
export function quotedWords(text: string): Words {
  const words: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at] ?? ' ';
    if (char === '"') quoted = !quoted;
    else if (!quoted && BLANK.test(char)) {
      if (at > from) words.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return { words, open: quoted ? text.slice(from) : null };
}

/** The kernel takes `-` for `_` in names of modules and parameters: kernel/params.c parameqn (7.3). */
export function underscored(name: string): string {
  return name.replaceAll('-', '_');
}

const BLANK = /[ \t\n\v\f\r]/;

/** One word as a name and a value. */
export function argumentOf(word: string): Argument {
  const bare = unquoted(word);
  const equals = bare.indexOf('=');
  if (equals <= 0) return { name: underscored(bare), value: null };
  return { name: underscored(bare.slice(0, equals)), value: unquoted(bare.slice(equals + 1)) };
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"$/, '') : text;
}
