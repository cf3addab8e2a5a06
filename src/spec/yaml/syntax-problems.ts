/** Errors and warnings of the yaml package → problems. */

import type { Document, YAMLError } from 'yaml';
import { printable } from '../../text/escape.ts';
import { MAX_SYNTAX_ERRORS } from './limits.ts';
import { openingOf } from './opening.ts';
import type { YamlProblem } from './yaml-problem.ts';

/** One problem per place: further errors at the same place have the same cause. */
export function syntaxProblems(document: Document.Parsed, text: string): readonly YamlProblem[] {
  const { errors, warnings } = document;
  const all = [...errors.slice(0, MAX_SYNTAX_ERRORS), ...warnings.slice(0, MAX_SYNTAX_ERRORS)];
  const unechoed = all.filter(({ pos }, index) => all.findIndex((other) => other.pos[0] === pos[0]) === index);
  return unechoed.map((error) => syntaxProblem(error, document, text));
}

function syntaxProblem(error: YAMLError, { contents }: Document.Parsed, text: string): YamlProblem {
  const opening = error.code === 'MISSING_CHAR' ? openingOf(contents, error.pos[0]) : null;
  const start = Math.min(Math.max(opening ?? error.pos[0], 0), text.length);
  const end = opening === null ? Math.min(Math.max(error.pos[1], start), text.length) : start + 1;
  if (error.code === 'TAG_RESOLVE_FAILED') {
    const tag = printable(text.slice(start, end));
    return { code: 'SPEC_YAML_TAG', message: `The tag ${tag} is unknown.`, start, end };
  }
  const tab = tabInIndent(text, start);
  if (error.code === 'TAB_AS_INDENT' || tab !== null) {
    const at = tab ?? start;
    return { code: 'SPEC_YAML_TAB', message: 'A line is indented with a tab.', start: at, end: at + 1 };
  }
  return { code: 'SPEC_YAML_SYNTAX', message: `Not valid YAML: ${sentence(error.message)}`, start, end };
}

/** Offset of the first tab in the indentation of the line that `offset` is in. */
function tabInIndent(text: string, offset: number): number | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 1000))?.[0] ?? '';
  const tab = indent.indexOf('\t');
  return tab === -1 ? null : lineStart + tab;
}

function sentence(message: string): string {
  const text = printable(message, 200);
  return text.endsWith('.') ? text : `${text}.`;
}
