/** Diagnostics for people: what, where with the source line and carets, and what to do. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location } from '../model/source.ts';
import { count } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import type { Colors } from './colors.ts';
import { excerptOf } from './excerpt.ts';

export interface DiagnosticsTextOptions {
  readonly colors: Colors;
  /** The text of a file that was read; `null` when there is none. */
  readonly source: (file: string) => string | null;
  /** Width of the terminal in cells. */
  readonly columns: number;
}

/** All of them, and a count; the empty text when there are none. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], options: DiagnosticsTextOptions): string {
  if (diagnostics.length === 0) return '';
  const lineOf = sourceLines(options.source);
  const blocks = diagnostics.map((diagnostic) => blockOf(diagnostic, lineOf, options).join('\n'));
  return `${blocks.join('\n\n')}\n\n${summaryOf(diagnostics)}\n`;
}

type LineOf = (location: Location) => string | null;

function blockOf(diagnostic: Diagnostic, lineOf: LineOf, options: DiagnosticsTextOptions): string[] {
  const { severity, code, message, advice, location } = diagnostic;
  const { colors } = options;
  const paint = severity === 'error' ? colors.red : colors.yellow;
  return [
    `${colors.bold(paint(`${severity}[${code}]`))}: ${colors.bold(escapeControls(message))}`,
    ...(location === null ? [] : placeLines(location, lineOf, options)),
    `${colors.cyan('help')}: ${escapeControls(advice)}`,
  ];
}

function placeLines(location: Location, lineOf: LineOf, { colors, columns }: DiagnosticsTextOptions): string[] {
  const { file, range } = location;
  const number = String(range.start.line);
  const gutter = ' '.repeat(number.length);
  const place = `${gutter}${colors.blue('-->')} ${escapeControls(file)}:${number}:${range.start.column}`;
  const line = lineOf(location);
  if (line === null) return [place];
  const { source, carets } = excerptOf(line, range, Math.max(20, columns - number.length - 3));
  const bar = colors.blue('|');
  return [
    place,
    `${gutter} ${bar}`,
    `${colors.blue(number)} ${bar} ${source}`.trimEnd(),
    `${gutter} ${bar} ${colors.yellow(carets)}`,
    ...(range.end.line > range.start.line ? [`${gutter} ${bar} … up to line ${range.end.line}`] : []),
  ];
}

/** Each file is split once for all diagnostics. YAML ends lines with LF or CRLF. */
function sourceLines(source: DiagnosticsTextOptions['source']): LineOf {
  const files = new Map<string, readonly string[] | null>();
  return ({ file, range }) => {
    if (!files.has(file)) files.set(file, source(file)?.split(/\r?\n/) ?? null);
    return files.get(file)?.[range.start.line - 1] ?? null;
  };
}

function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const counts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(errors < diagnostics.length ? [count(diagnostics.length - errors, 'warning')] : []),
  ];
  const example = diagnostics[0]?.code ?? '';
  return `${counts.join(', ')}. To learn more: pasidctl explain ${example}`;
}
