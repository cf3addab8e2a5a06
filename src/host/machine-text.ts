/** Text of a machine file → a plain value, and the place of each part in the text. Invalid text gives diagnostics. */

import { type Document, isNode, isScalar, type LineCounter, type Scalar, visit, type YAMLError } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location } from '../model/source.ts';
import { parseYaml } from './machine-yaml.ts';

/** A machine with ten thousand functions takes 3 MiB. */
export const MACHINE_LIMIT_BYTES: number = 8 * 1024 * 1024;

/** Most syntax errors reported for one text. */
const MAX_PROBLEMS = 10;

export interface MachineText {
  readonly value: unknown;
  /** Place of the node at these keys, or of its nearest existing ancestor. */
  locate(path: readonly (string | number)[]): Location | null;
}

export type ReadText = MachineText | { readonly diagnostics: readonly Diagnostic[] };

/** One YAML 1.2 document, without aliases. */
export function readText(text: string, file: string): ReadText {
  if (text.length > MACHINE_LIMIT_BYTES) {
    return refused([
      diagnostic(
        'MACHINE_TOO_BIG',
        `${file} has ${text.length} characters; a machine file may have at most ${MACHINE_LIMIT_BYTES}.`,
      ),
    ]);
  }
  const parsed = parseYaml(text);
  if (typeof parsed === 'string') return unreadable(file, parsed);
  const { document, lines } = parsed;
  const at = { file, lines };
  const problems = [...document.errors.slice(0, MAX_PROBLEMS).map(syntaxError(at)), ...repeatedKeys(document, at)];
  if (problems.length > 0) return refused(problems);
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return { value, locate: (path) => locate(document, path, at) };
  } catch {
    return unreadable(file, 'it has aliases');
  }
}

function refused(diagnostics: readonly Diagnostic[]): ReadText {
  return { diagnostics };
}

function unreadable(file: string, why: string): ReadText {
  return refused([diagnostic('MACHINE_SYNTAX', `${file} cannot be read: ${why}.`)]);
}

interface Lines {
  readonly file: string;
  readonly lines: LineCounter;
}

function syntaxError(at: Lines): (error: YAMLError) => Diagnostic {
  return ({ message, pos }) =>
    diagnostic('MACHINE_SYNTAX', `${message}.`, { location: toLocation(pos[0], pos[1], at) });
}

/** Keys that occur twice in a map, without the first. */
function repeatedKeys(document: Document.Parsed, at: Lines): Diagnostic[] {
  const repeated: Scalar[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) repeated.push(key);
        seen.add(key.value);
      }
      return repeated.length < MAX_PROBLEMS ? undefined : visit.BREAK;
    },
  });
  return repeated.slice(0, MAX_PROBLEMS).map(({ value, range }) => {
    const location = range ? toLocation(range[0], range[1], at) : null;
    return diagnostic('MACHINE_SYNTAX', `The key ${String(value)} occurs twice in one mapping.`, { location });
  });
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
