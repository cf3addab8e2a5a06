/** Plain tables: columns set apart by spaces, a header, no frames, so that they can be cut, sorted and pasted. */

import Table from 'cli-table3';
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

/** Rows of cells under a header; cells may come from hostile text. Lines end without spaces. */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { colors, indent = '' }: { readonly colors: Colors; readonly indent?: string },
): string {
  const table = new Table({
    chars: NO_BORDERS,
    head: head.map((title) => colors.bold(title.toUpperCase())),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => row.map((cell) => escapeControls(String(cell)))));
  const lines = table.toString().split('\n');
  return lines.map((line) => `${indent}${line}`.trimEnd()).join('\n');
}
