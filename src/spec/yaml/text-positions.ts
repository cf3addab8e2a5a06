/**
 * Offsets of one text as lines and columns; the line table is made when the first is asked for.
 *
 * The yaml package's parser could fill it, but passes over line breaks inside malformed tokens, and sees nothing of text that is
 * refused unread.
 */

import { LineCounter } from 'yaml';
import type { Position, Range } from '../../model/source.ts';

export interface TextPositions {
  /** `end` is exclusive; a span over several lines is cut to the first, so that a caret can show it. */
  rangeOf(start: number, end: number): Range;
}

export function textPositions(text: string): TextPositions {
  let lines: LineCounter | null = null;
  return {
    rangeOf(start, end) {
      lines ??= countLines(text);
      return { start: positionOf(lines, start), end: positionOf(lines, cutToLine(text, start, end)) };
    },
  };
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

function cutToLine(text: string, start: number, end: number): number {
  const newline = text.indexOf('\n', start);
  if (newline === -1 || newline >= end) return end;
  return start + text.slice(start, newline).trimEnd().length;
}

function positionOf(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
