/** Text of a machine file → a plain value, and where in the text each part of it stands. Hostile text gives diagnostics. */

import { type Document, isNode, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location } from '../model/source.ts';
import { isNestedBeyond } from './yaml-depth.ts';

/** A machine with ten thousand functions takes 3 MiB. */
export const MACHINE_LIMIT_BYTES: number = 8 * 1024 * 1024;

/** A machine file has five levels. */
const MAX_DEPTH = 20;

export interface MachineText {
  readonly value: unknown;
  /** Place of the node at these keys, or of the nearest one above it. */
  locate(path: readonly (string | number)[]): Location | null;
}

export type ReadText = MachineText | { readonly diagnostics: readonly Diagnostic[] };

/** One YAML 1.2 document, without aliases. */
export function readText(text: string, file: string): ReadText {
  if (text.length > MACHINE_LIMIT_BYTES) {
    return { diagnostics: [diagnostic('MACHINE_TOO_BIG', `${file} has ${text.length} characters.`)] };
  }
  if (isNestedBeyond(text, MAX_DEPTH)) return unreadable(file, 'it is nested too deep');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    if (document.errors.length > 0) return { diagnostics: document.errors.slice(0, 10).map(syntaxError(file, lines)) };
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return { value, locate: (path) => locate(document, path, { file, lines }) };
  } catch (error) {
    // Aliases are refused by toJS, and nesting by indentation, thousands of levels deep, by the stack.
    return unreadable(file, error instanceof ReferenceError ? 'it has aliases' : 'it is nested too deep');
  }
}

function unreadable(file: string, why: string): ReadText {
  return { diagnostics: [diagnostic('MACHINE_SYNTAX', `${file} cannot be read: ${why}.`)] };
}

interface Lines {
  readonly file: string;
  readonly lines: LineCounter;
}

function syntaxError(file: string, lines: LineCounter): (error: YAMLError) => Diagnostic {
  return ({ message, pos }) =>
    diagnostic('MACHINE_SYNTAX', `${message}.`, { location: toLocation(pos[0], pos[1], { file, lines }) });
}

function locate(document: Document.Parsed, path: readonly (string | number)[], at: Lines): Location | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return toLocation(node.range[0], node.range[1], at);
  }
  return null;
}

function toLocation(from: number, to: number, { file, lines }: Lines): Location {
  const start = lines.linePos(from);
  const end = lines.linePos(Math.max(from, to));
  return {
    file,
    range: { start: { line: start.line, column: start.col }, end: { line: end.line, column: end.col } },
  };
}
