/** One file: text → YAML documents → plain values, and diagnostics about the text. */

import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { printable } from '../text/escape.ts';
import { locateSpan, type SourceDocument, type SourceFile } from './sources.ts';
import { MAX_TEXT_BYTES } from './yaml/limits.ts';
import { isSpent, parseYaml, type Used } from './yaml/parse-yaml.ts';
import { toPlain } from './yaml/to-plain.ts';
import { MAX_OLD_FORMS } from './yaml/yaml-1.1.ts';
import type { YamlProblem } from './yaml/yaml-problem.ts';

export interface ReadDocuments {
  readonly documents: readonly ReadDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings about values that YAML 1.1 reads otherwise. */
  readonly oldForms: readonly Diagnostic[];
  /** False when a part of the file could not be parsed. */
  readonly whole: boolean;
}

export interface ReadDocument extends SourceDocument {
  /** Plain JSON value; `null` when the document is empty. */
  readonly value: unknown;
}

/** @param used  of the limits, by the files before; this file adds to it */
export function readDocuments(source: SourceFile, used: Used): ReadDocuments {
  const refusal = refuse(source);
  if (refusal !== null) return { documents: [], diagnostics: [refusal], oldForms: [], whole: false };
  // The first file beyond the limits has told it.
  if (isSpent(used)) return { documents: [], diagnostics: [], oldForms: [], whole: false };
  const { contents, problems } = parseYaml(source.text, used);
  const read = contents.map((node) => ({ source, contents: node, ...toPlain(node) }));
  const documents = read.filter((document) => document.problems.every(isHarmless));
  const diagnostics = [...problems, ...read.flatMap((document) => document.problems)].map((problem) =>
    toDiagnostic(problem, source),
  );
  if (diagnostics.length === 0 && read.every(({ value }) => value === null)) diagnostics.push(emptyFile(source));
  const oldForms = read.flatMap((document) => document.oldForms).slice(0, MAX_OLD_FORMS);
  return {
    documents,
    diagnostics,
    oldForms: oldForms.map((problem) => toDiagnostic(problem, source)),
    whole: problems.length === 0 && documents.length === read.length,
  };
}

/** The first value of a repeated key is used, and the rest of the document is still checked. */
function isHarmless({ code }: YamlProblem): boolean {
  return code === 'SPEC_YAML_DUPLICATE_KEY';
}

function toDiagnostic({ code, message, advice, start, end }: YamlProblem, source: SourceFile): Diagnostic {
  const location = locateSpan(source, start, end);
  return diagnostic(code, message, advice === undefined ? { location } : { location, advice });
}

function emptyFile(source: SourceFile): Diagnostic {
  const message = `${printable(source.file)} is empty, or has only comments.`;
  return diagnostic('SPEC_EMPTY', message, { location: locateSpan(source, 0, 0) });
}

/** Text that is not given to the parser. */
function refuse(source: SourceFile): Diagnostic | null {
  const { text, file } = source;
  if (text.length > MAX_TEXT_BYTES) {
    const message = `${printable(file)} has ${text.length} characters; a spec file may have at most ${MAX_TEXT_BYTES}.`;
    return diagnostic('SPEC_FILE_TOO_LARGE', message, { location: locateSpan(source, 0, 0) });
  }
  const nul = text.indexOf('\0');
  if (nul === -1) return null;
  const message = `${printable(file)} has a NUL character, so it is not text.`;
  return diagnostic('SPEC_FILE_BINARY', message, { location: locateSpan(source, nul, nul + 1) });
}
