/** Problems as data: what the operator can correct. They are returned, all at once, and never thrown. */

import type { Location } from '../model/source.ts';
import { CODES, type Code } from './codes.ts';

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence with the offending value and what is allowed. */
  readonly message: string;
  /** What to do, as an instruction. */
  readonly advice: string;
  /** The place in a file; `null` when the problem is about the machine and no line of the spec refers to it. */
  readonly location: Location | null;
}

export type Severity = 'error' | 'warning';

/** Build a diagnostic. Severity and advice come from the catalogue; `at.advice` replaces the advice. */
export function diagnostic(
  code: Code,
  message: string,
  at: { readonly location?: Location | null; readonly advice?: string } = {},
): Diagnostic {
  const entry = CODES[code];
  return {
    code,
    severity: entry.severity,
    message,
    advice: at.advice ?? entry.advice,
    location: at.location ?? null,
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** By file, line, column, then code; those without a location last. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => compareLocations(a.location, b.location) || compare(a.code, b.code) || compare(a.message, b.message),
  );
}

function compareLocations(a: Location | null, b: Location | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (
    compare(a.file, b.file) || a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
