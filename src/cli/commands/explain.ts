/** `pasidctl explain [CODE]`: the catalogue of problems, or one entry of it. */

import type { CatalogueEntry } from '../../diagnostics/catalogue-entry.ts';
import { CODES } from '../../diagnostics/codes.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { Refusal } from '../../diagnostics/refusal.ts';
import { suggest } from '../../spec/suggest.ts';
import { API_VERSION } from '../../views/api-version.ts';
import { entryText, listText } from '../../views/catalogue-text.ts';
import type { Data } from '../../views/structured.ts';
import { answerText } from '../answer-text.ts';
import { stdoutColors } from '../colors.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { ExplainOptions } from '../options.ts';
import { type Deps, writeOut } from '../terminal.ts';

const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(Object.entries(CODES));

export function runExplain(options: ExplainOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, () => {
    const { code, output, color } = options;
    const style = { colors: stdoutColors(color, deps), columns: deps.terminal.columns };
    const entries = [...CATALOGUE].filter(([name]) => code === null || name === code.toUpperCase());
    const [only] = entries;
    if (only === undefined) throw unknownCode(code ?? '');
    const text = (): string => (code === null ? listText(entries, style) : entryText(only, style));
    writeOut(deps, answerText(output, { data: () => entriesData(entries), text }));
    return Promise.resolve(EXIT.done);
  });
}

function entriesData(entries: readonly (readonly [string, CatalogueEntry])[]): Data {
  return { apiVersion: API_VERSION, kind: 'Catalogue', entries: entries.map(([code, entry]) => ({ code, ...entry })) };
}

function unknownCode(code: string): Refusal {
  const close = suggest(code, CATALOGUE.keys());
  const advice = close === null ? {} : { advice: `Did you mean ${close}?` };
  return new Refusal('usage', [diagnostic('USAGE_UNKNOWN_CODE', `the code '${code}' does not exist`, advice)]);
}
