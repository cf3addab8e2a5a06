/** Text for terminals and logs that take ASCII alone, as those of the locale C do. */

import { hexDigits } from './hex.ts';

const SPELT: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['…', '...'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['·', '-'],
  ['×', 'x'],
  ['→', '->'],
  ['←', '<-'],
  ['≤', '<='],
  ['≥', '>='],
  ['✔', 'ok'],
  ['✖', 'failed'],
  ['›', '>'],
  ['❯', '>'],
]);

const BEYOND_ASCII = /\P{ASCII}/gu;

/** What has no ASCII spelling is escaped as `\u{1f600}`. */
export function toAscii(text: string): string {
  return text.replaceAll(BEYOND_ASCII, (char) => SPELT.get(char) ?? `\\u{${hexDigits(char.codePointAt(0) ?? 0)}}`);
}

/** Does the environment ask for it? The first of these variables that is set counts. Source: POSIX, 8.2. */
export function wantsAscii({ LC_ALL, LC_CTYPE, LANG }: Readonly<Record<string, string | undefined>>): boolean {
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== '');
  return locale === 'C' || locale === 'POSIX';
}
