/**
 * Showing problems. What ends a command is its answer: in JSON and YAML it goes to stdout as one document. What does not
 * end it is said on stderr, in words.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceMap } from '../model/source.ts';
import { diagnosticsData } from '../views/diagnostics-data.ts';
import { diagnosticsText } from '../views/diagnostics-text.ts';
import { toJson, toYaml } from '../views/structured.ts';
import { stderrColors } from './colors.ts';
import type { OutputOptions } from './options.ts';
import { type Deps, writeErr, writeOut } from './terminal.ts';

export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceMap | null;
}

/** The problems that end a command. */
export function reportFinal(report: Report, options: OutputOptions, deps: Deps): void {
  if (options.output === 'json') writeOut(deps, toJson(diagnosticsData(report.diagnostics)));
  else if (options.output === 'yaml') writeOut(deps, toYaml(diagnosticsData(report.diagnostics)));
  else reportAside(report, options, deps);
}

/** Problems that a command goes on with. */
export function reportAside({ diagnostics, sources }: Report, { color }: OutputOptions, deps: Deps): void {
  const text = diagnosticsText(diagnostics, {
    colors: stderrColors(color, deps),
    source: (file) => sources?.text(file) ?? null,
    columns: deps.terminal.columns,
  });
  if (text !== '') writeErr(deps, text);
}
