/**
 * Text → YAML documents, within limits.
 *
 * The pipeline of `parseAllDocuments` of the yaml package (lexer, parser, composer), run step by step. Text that is too deep
 * or too long is refused before it is composed: the composer recurses, and hostile text would exhaust the stack.
 */

import { Composer, CST, type Document, Lexer, type ParsedNode, Parser, Schema } from 'yaml';
import { LIMITS, type Limits, MAX_SYNTAX_ERRORS } from './limits.ts';
import { syntaxProblems } from './syntax-problems.ts';
import { withoutStackTraces } from './without-stack-traces.ts';
import type { YamlProblem } from './yaml-problem.ts';

export interface ParsedYaml {
  /** Content of each document; `null` where it is empty. Documents with syntax errors are left out. */
  readonly contents: readonly (ParsedNode | null)[];
  readonly problems: readonly YamlProblem[];
}

/** YAML 1.2 core, whatever a `%YAML` line says: no sexagesimal numbers, no `yes`. Merge keys: to-plain.ts. */
const CORE = new Schema({ schema: 'core', merge: false, resolveKnownTags: false });

/** What the files of a spec have used of the limits so far; each file adds to it. */
export type Used = Omit<{ -readonly [K in keyof Limits]: number }, 'depth'>;

export function nothingUsed(): Used {
  return { tokens: 0, marks: 0, documents: 0 };
}

/** True after a file beyond a limit. */
export function isSpent(used: Used, limits: Limits = LIMITS): boolean {
  return findExcess(used, 0, limits) !== null;
}

export function parseYaml(text: string, used: Used = nothingUsed(), limits: Limits = LIMITS): ParsedYaml {
  const composed = withoutStackTraces(() => compose(text, used, limits));
  if ('code' in composed) return { contents: [], problems: [composed] };
  const problems = composed.flatMap((document) => syntaxProblems(document, text));
  const sound = composed.filter((document) => document.errors.length === 0 && document.warnings.length === 0);
  return { contents: sound.map(({ contents }) => contents), problems: problems.slice(0, MAX_SYNTAX_ERRORS) };
}

function compose(text: string, used: Used, limits: Limits): Document.Parsed[] | YamlProblem {
  const parser = new Parser();
  // Duplicate keys are detected in to-plain.ts: the composer would compare every key with every other one.
  const composer = new Composer({ schema: CORE, uniqueKeys: false, prettyErrors: false });
  const documents: Document.Parsed[] = [];
  const before = used.documents;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors++;
      documents.push(...composer.next(token));
    }
    if (errors > MAX_SYNTAX_ERRORS) break;
    used.tokens++;
    if (isMark(lexeme)) used.marks++;
    used.documents = before + documents.length;
    const excess = findExcess(used, parser.stack.length, limits);
    if (excess !== null) return { ...excess, start: Math.max(0, parser.offset - lexeme.length), end: parser.offset };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  used.documents = before + documents.length;
  // The composer gives a document only when the next one begins.
  const excess = findExcess(used, 0, limits);
  return excess === null ? documents : { ...excess, start: text.length, end: text.length };
}

/** False for blanks, line ends and comments, and for what the lexer puts before documents and plain values. */
function isMark(lexeme: string): boolean {
  return !BLANK.has(lexeme[0] ?? '');
}

const BLANK: ReadonlySet<string> = new Set(['', ' ', '\t', '\r', '\n', '#', CST.DOCUMENT, CST.SCALAR]);

function findExcess(used: Used, depth: number, limits: Limits): Pick<YamlProblem, 'code' | 'message'> | null {
  if (depth > limits.depth) {
    const message = `Lists and mappings are nested deeper than ${limits.depth} levels.`;
    return { code: 'SPEC_YAML_TOO_DEEP', message };
  }
  if (used.tokens > limits.tokens) {
    return { code: 'SPEC_YAML_TOO_LARGE', message: `The spec has more than ${limits.tokens} YAML tokens.` };
  }
  if (used.marks > limits.marks) {
    return { code: 'SPEC_YAML_TOO_LARGE', message: `The spec has more than ${limits.marks} YAML values and signs.` };
  }
  if (used.documents > limits.documents) {
    return { code: 'SPEC_YAML_TOO_LARGE', message: `The spec has more than ${limits.documents} documents.` };
  }
  return null;
}
