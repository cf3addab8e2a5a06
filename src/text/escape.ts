/**
 * Text from files, guests and /sys made safe to print: a terminal obeys control characters, and bidirectional marks change
 * the order in which a line is shown. They are replaced by escape sequences.
 */

import { hexDigits } from './hex.ts';

/** Controls, format characters (bidirectional marks among them), line separators, lone surrogates, private use. */
const UNSAFE_CLASS = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]`;

const UNSAFE = new RegExp(UNSAFE_CLASS, 'gu');

/** In text whose line feeds are our own. */
const UNSAFE_IN_LINES = new RegExp(`[${UNSAFE_CLASS}--\\n]`, 'gv');

export function isUnsafe(text: string): boolean {
  return text.search(UNSAFE) !== -1;
}

/**
 * As `\x1b` and `\u202e`.
 *
 * @param keepLineBreaks  leave line feeds alone, for text whose line feeds are our own
 */
export function escapeControls(text: string, { keepLineBreaks = false } = {}): string {
  return text.replaceAll(keepLineBreaks ? UNSAFE_IN_LINES : UNSAFE, (char) => {
    const code = codeOf(char);
    if (code <= 0xff) return `\\x${hexDigits(code, 2)}`;
    return code <= 0xffff ? `\\u${hexDigits(code, 4)}` : bracedEscape(char);
  });
}

/** Text of a file for a message: shortened, on one line, and unsafe characters as `\u{1b}`. */
export function printable(text: string, limit = 60): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut.replaceAll(UNSAFE, bracedEscape);
}

/**
 * In a JSON document, or a YAML document that has them in double quotes only: as `\u202e`, two of them beyond 16 bits. Line
 * feeds stay.
 */
export function escapeInQuotes(document: string): string {
  return document.replaceAll(UNSAFE_IN_LINES, (char) =>
    Array.from({ length: char.length }, (_, at) => `\\u${hexDigits(char.charCodeAt(at), 4)}`).join(''),
  );
}

function bracedEscape(char: string): string {
  return `\\u{${hexDigits(codeOf(char))}}`;
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}
