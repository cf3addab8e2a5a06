/**
 * Text from files, guests and /sys made safe to print: a terminal obeys control characters, and bidirectional marks
 * make a line read other than it is. They are shown as `\x1b` and `\u202e` instead.
 */

/** Controls, format characters (bidirectional marks among them), line separators, lone surrogates, private use. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/**
 * @param keepLineBreaks  leave line feeds alone, for text that is several lines by our own making
 */
export function escapeControls(text: string, { keepLineBreaks = false } = {}): string {
  return text.replaceAll(UNSAFE, (char) => (keepLineBreaks && char === '\n' ? char : escapeChar(char)));
}

function escapeChar(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}
