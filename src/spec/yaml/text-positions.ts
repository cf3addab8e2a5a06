/** Offsets of one text → lines and columns. The line table is made at the first lookup. */

import type { Position, Range } from '../../model/source.ts';

export interface TextPositions {
  /** `end` is exclusive; a span over several lines is cut to the first, so that a caret can show it. */
  rangeOf(start: number, end: number): Range;
}

export function textPositions(text: string): TextPositions {
  let starts: readonly number[] | null = null;
  return {
    rangeOf(start, end) {
      starts ??= lineStarts(text);
      return { start: positionOf(starts, start), end: positionOf(starts, cutToLine(text, start, end)) };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function cutToLine(text: string, start: number, end: number): number {
  const newline = text.indexOf('\n', start);
  if (newline === -1 || newline >= end) return end;
  return start + text.slice(start, newline).trimEnd().length;
}

/** Binary search for the last line that starts at or before the offset. */
function positionOf(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
