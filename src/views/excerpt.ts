/**
 * The place a diagnostic is about: the source line, and carets under the range. What is shown is safe for a terminal
 * and fits its width, so the caret line is measured in cells of what is printed, not in characters of the file.
 *
 * Clipped by hand: cli-truncate exceeds the width beside half-width katakana and skin tones, and keeps the end of a line of
 * 100,000 characters in seconds.
 */

import stringWidth from 'string-width';
import type { Range } from '../model/source.ts';
import { escapeControls } from '../text/escape.ts';

export interface Excerpt {
  readonly source: string;
  readonly carets: string;
}

/** Cells that are kept for the text after the range, in a line that is too long. */
const ROOM_BEHIND = 20;

/** UTF-16 units that one cell may take: a letter with all of its marks. */
const UNITS_PER_CELL = 16;

/** What a tab is shown as. */
const TAB = '    ';

/**
 * @param line   the whole source line, without its line break
 * @param range  columns count UTF-16 units from 1; a range over several lines is marked to the end of its first
 * @param width  cells that the excerpt may take
 */
export function excerptOf(line: string, range: Range, width: number): Excerpt {
  const start = Math.min(range.start.column - 1, line.length);
  const isOneLine = range.end.line === range.start.line;
  const end = Math.max(start, isOneLine ? Math.min(range.end.column - 1, line.length) : line.length);
  // Far more than fits is not looked at: a line may have megabytes, and a report hundreds of excerpts.
  const most = width * UNITS_PER_CELL;
  const marked = clipEnd(printable(line.slice(start, Math.min(end, start + most))), Math.floor(width * 0.6));
  const markedCells = Math.max(1, stringWidth(marked));
  const left = width - markedCells;
  const before = clipStart(
    printable(line.slice(Math.max(0, start - most), start)),
    Math.max(left - ROOM_BEHIND, Math.floor(width * 0.4)),
  );
  const after = clipEnd(printable(line.slice(end, end + most)), left - stringWidth(before));
  return {
    source: `${before}${marked}${after}`.trimEnd(),
    carets: `${' '.repeat(stringWidth(before))}${'^'.repeat(markedCells)}`,
  };
}

function printable(text: string): string {
  return escapeControls(text.replaceAll('\t', TAB));
}

/** Keep the beginning; `…` stands for what is cut. */
function clipEnd(text: string, cells: number): string {
  if (stringWidth(text) <= cells) return text;
  return cells < 1 ? '' : `${take([...text], cells - 1).join('')}…`;
}

/** Keep the end. */
function clipStart(text: string, cells: number): string {
  return stringWidth(text) <= cells
    ? text
    : `…${take([...text].reverse(), cells - 1)
        .reverse()
        .join('')}`;
}

function take(chars: readonly string[], cells: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const char of chars) {
    used += stringWidth(char);
    if (used > cells) break;
    taken.push(char);
  }
  return taken;
}
