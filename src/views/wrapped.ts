/** Sentences in the width of a terminal. What comes from files is escaped before it is measured. */

import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { count } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import type { Colors } from './colors.ts';

export interface Style {
  readonly colors: Colors;
  /** Width of the terminal in cells. */
  readonly columns: number;
}

export interface WrapStyle extends Style {
  /** Cells before the first line. */
  readonly indent?: number;
  /** Cells before the other lines. */
  readonly hang?: number;
}

/** Wider text is hard to read. */
const MOST = 100;
const LEAST = 20;

/** Lines of at most the width, words longer than it broken. */
export function wrapped(text: string, { columns, indent = 0, hang = indent }: WrapStyle): readonly string[] {
  const width = Math.max(LEAST, Math.min(columns, MOST));
  const [first = '', ...rest] = broken(escapeControls(text), width - Math.max(indent, hang));
  return [`${' '.repeat(indent)}${first}`, ...rest.map((line) => `${' '.repeat(hang)}${line}`)];
}

function broken(text: string, width: number): readonly string[] {
  return wrapAnsi(text, width, { hard: true })
    .split('\n')
    .map((line) => line.trimEnd());
}

/** `label first, second and 3 more`: as many checks as fit into one line, else their number. */
export function clipped(label: string, parts: readonly string[], { columns }: Style): string {
  const width = Math.max(LEAST, Math.min(columns, MOST));
  const safe = parts.map((part) => escapeControls(part));
  for (let shown = safe.length; shown > 0; shown--) {
    const more = safe.length - shown;
    const line = `${label} ${safe.slice(0, shown).join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
    if (stringWidth(line) <= width) return line;
  }
  return `${label} ${count(safe.length, 'check')}`;
}
