/** Entries of the catalogue of problems, for people. */

import wrapAnsi from 'wrap-ansi';
import type { CatalogueEntry } from '../diagnostics/catalogue-entry.ts';
import type { Colors } from './colors.ts';
import { tableText } from './table.ts';

type Entry = readonly [code: string, entry: CatalogueEntry];

interface Style {
  readonly colors: Colors;
  /** Width of the terminal in cells. */
  readonly columns: number;
}

/** The list, one line per code. */
export function listText(entries: readonly Entry[], { colors }: Style): string {
  const rows = entries.map(([code, { severity, summary }]) => [code, severity, summary]);
  return `${tableText(['code', 'severity', 'summary'], rows, { colors })}\n`;
}

/** The whole entry of one code. */
export function entryText([code, entry]: Entry, { colors, columns }: Style): string {
  const { severity, summary, advice, explanation } = entry;
  const paint = severity === 'error' ? colors.red : colors.yellow;
  const paragraphs = [summary, ...explanation.split('\n\n'), `What to do: ${advice}`];
  const width = Math.max(20, Math.min(columns, 100));
  return `${[
    colors.bold(paint(`${code} (${severity})`)),
    ...paragraphs.map((paragraph) => wrapAnsi(paragraph, width)),
  ].join('\n\n')}\n`;
}
