/** Words of a shell, for commands that are shown to be copied. */

/** As one word, whatever is in it. */
export function shellWord(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
