/**
 * Checks whether a machine meets a spec, before the first change. Reports every problem at once, each at its line of YAML.
 *
 * The kernel would report these problems in the middle of an apply, or never: it accepts PASIDs for devices that have none
 * (src/quirks.md Q1).
 */

import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { PreflightInput } from './context.ts';
import { examine } from './examine.ts';

/** Errors and warnings in the order of the spec; none when the machine meets the spec. */
export function preflight(input: PreflightInput): readonly Diagnostic[] {
  return diagnosticsOf(examine(input));
}

/** What `plan` says of findings. A warning that the operator accepts is not told again; an error is, since accepting it mends nothing. */
export function diagnosticsOf(findings: readonly Finding[]): readonly Diagnostic[] {
  const told = findings.filter(({ silenced, diagnostic }) => silenced === null || diagnostic?.severity === 'error');
  return sortDiagnostics(told.flatMap(({ diagnostic }) => diagnostic ?? []));
}
