/**
 * Reporting problems. Those that end a command are its result: in JSON and YAML they are one document on stdout. Others are
 * text on stderr.
 */

import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Problems } from '../diagnostics/refusal.ts';
import { diagnosticsData } from '../views/diagnostics-data.ts';
import { diagnosticsText } from '../views/diagnostics-text.ts';
import { toJson, toYaml } from '../views/structured.ts';
import { stderrColors } from './colors.ts';
import type { OutputOptions } from './options.ts';
import { type Deps, writeErr, writeOut } from './terminal.ts';

/** The problems that end a command. */
export function reportFinal(problems: Problems, options: OutputOptions, deps: Deps): void {
  if (options.output === 'json') writeOut(deps, toJson(diagnosticsData(problems.diagnostics)));
  else if (options.output === 'yaml') writeOut(deps, toYaml(diagnosticsData(problems.diagnostics)));
  else reportAside(problems, options, deps);
}

/** A command line that makes no sense. */
export function reportWrongUse(
  { message, advice }: { readonly message: string; readonly advice: string },
  options: OutputOptions,
  deps: Deps,
): void {
  reportFinal({ diagnostics: [diagnostic('USAGE_WRONG', message, { advice })], sources: null }, options, deps);
}

/** Problems that do not end a command. */
export function reportAside({ diagnostics, sources }: Problems, { color }: OutputOptions, deps: Deps): void {
  const text = diagnosticsText(diagnostics, {
    colors: stderrColors(color, deps),
    source: (file) => sources?.text(file) ?? null,
    columns: deps.terminal.columns,
  });
  if (text !== '') writeErr(deps, text);
}
