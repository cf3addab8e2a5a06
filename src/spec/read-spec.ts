/**
 * YAML text → `Spec`, or all problems of the text.
 *
 * parse → shape → normalize → rules. Each stage checks what the stages before it could read, so that all problems are
 * reported at once. A problem that only follows from a reported one is left out.
 */

import { type Diagnostic, diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { SourceMap } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import { checkHeader } from './check-header.ts';
import { finish } from './normalize/draft.ts';
import { normalize } from './normalize/normalize.ts';
import { type Problem, toDiagnostic } from './problem.ts';
import { type ReadDocument, type ReadDocuments, readDocuments } from './read-document.ts';
import { ruleContext } from './rules/rule.ts';
import { runRules } from './rules/run-rules.ts';
import { badNames } from './shape/bad-names.ts';
import { brokenFields } from './shape/broken.ts';
import { checkShape } from './shape/check-shape.ts';
import { type SpecSources, sourceFile, specSources } from './sources.ts';
import { nothingUsed } from './yaml/parse-yaml.ts';

/** One file of the run. */
export interface SpecInput {
  /** The name in diagnostics. */
  readonly file: string;
  readonly text: string;
}

export interface SpecReading {
  readonly inputs: readonly SpecInput[];
  /** `null` when any diagnostic is an error. */
  readonly spec: Spec | null;
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceMap;
}

/** Most problems that are reported: hostile text could have millions. */
export const MAX_PROBLEMS = 500;

/**
 * @param missing  problems of files that could not be read; with any, unknown names are not reported, since such a file may
 *                 declare them
 */
export function readSpec(inputs: readonly SpecInput[], missing: readonly Diagnostic[] = []): SpecReading {
  const files = inputs.map(({ file, text }) => sourceFile(file, text));
  const used = nothingUsed();
  const read = files.map((file) => readDocuments(file, used));
  const documents = read.flatMap((file) => file.documents);
  const sources = specSources(files, documents);
  const whole = !hasErrors(missing) && read.every((file) => file.whole);
  const judged = judge(documents, { sources, whole });
  const problems = [...missing, ...read.flatMap(ofText), ...judged.diagnostics];
  const oldForms = read.flatMap((file) => file.oldForms);
  const diagnostics = sortDiagnostics([...problems, ...unreported(oldForms, problems)]);
  return { spec: hasErrors(diagnostics) ? null : judged.spec, diagnostics, sources, inputs };
}

function ofText({ diagnostics }: ReadDocuments): readonly Diagnostic[] {
  return diagnostics;
}

/** Without those at a place that has another problem: its message shows the value too. */
function unreported(warnings: readonly Diagnostic[], problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = new Set(problems.map(startOf));
  return warnings.filter((warning) => !places.has(startOf(warning)));
}

function startOf({ location }: Diagnostic): string {
  return JSON.stringify(location && [location.file, location.range.start]);
}

function judge(
  documents: readonly ReadDocument[],
  { sources, whole }: { readonly sources: SpecSources; readonly whole: boolean },
): { readonly spec: Spec; readonly diagnostics: readonly Diagnostic[] } {
  const broken = brokenFields();
  const written = documents.map(({ value }, document) => ({ value, document })).filter(({ value }) => value !== null);
  const headers = written.map(({ value, document }) => checkHeader(value, document, sources));
  const ours = written.filter((_document, index) => headers[index] === null);
  const found = collector(sources);
  found.add(headers.filter((problem) => problem !== null));
  const names = badNames(ours);
  for (const { value, document } of ours) found.add(checkShape(value, document, { sources, broken, names }));
  const draft = normalize(ours, { whole: whole && ours.length === written.length, broken });
  found.add(runRules(ruleContext(draft, sources), broken));
  return { spec: finish(draft), diagnostics: found.diagnostics() };
}

interface Collector {
  add(problems: Iterable<Problem>): void;
  diagnostics(): readonly Diagnostic[];
}

/**
 * Takes one problem more than are shown, so that the excess is noticed. What is said of a value that aliases or merge keys use
 * several times is said once.
 */
function collector(sources: SpecSources): Collector {
  const found = new Map<string, Diagnostic>();
  return {
    add(problems) {
      for (const problem of problems) {
        if (found.size > MAX_PROBLEMS) return;
        const item = toDiagnostic(problem, sources);
        found.set(JSON.stringify([item.code, item.location, item.message]), item);
      }
    },
    diagnostics() {
      const shown = [...found.values()].slice(0, MAX_PROBLEMS);
      return found.size > MAX_PROBLEMS ? [...shown, tooMany()] : shown;
    },
  };
}

function tooMany(): Diagnostic {
  return diagnostic('SPEC_TOO_MANY_PROBLEMS', `Only the first ${MAX_PROBLEMS} problems are shown.`);
}
