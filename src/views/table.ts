/** Plain tables: columns set apart by spaces, a header, no frames, so that they can be cut, sorted and pasted. */

import Table from 'cli-table3';
import stringWidth from 'string-width';
import { escapeControls } from '../text/escape.ts';
import type { Colors } from './colors.ts';

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
} as const;

/** The library looks at all rows for each of them, so a long table is laid out in parts of one width. */
const PART = 20;

/** Rows of cells under a header; cells may come from hostile text. Lines end without spaces. */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { colors, indent = '' }: { readonly colors: Colors; readonly indent?: string },
): string {
  const titles = head.map((title) => title.toUpperCase());
  const cells = rows.map((row) => row.map((cell) => escapeControls(String(cell))));
  const widths = titles.map((title, column) =>
    cells.reduce((widest, row) => Math.max(widest, cellsOf(row[column] ?? '')), cellsOf(title)),
  );
  const lines = [laidOut([titles.map((title) => colors.bold(title))], widths)];
  for (let first = 0; first < cells.length; first += PART)
    lines.push(laidOut(cells.slice(first, first + PART), widths));
  return lines
    .join('\n')
    .split('\n')
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n');
}

function laidOut(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const table = new Table({
    chars: NO_BORDERS,
    colWidths: [...widths],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Cells of a terminal; most text needs no look at tables of Unicode. */
function cellsOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
