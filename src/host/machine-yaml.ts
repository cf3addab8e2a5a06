/**
 * Text → one YAML document, within limits.
 *
 * The lexer, parser and composer of the yaml package are run step by step. Text that is too deep or too long is refused before
 * it is composed: the composer recurses, and hostile text would exhaust stack and memory.
 */

import { Composer, type Document, Lexer, LineCounter, Parser } from 'yaml';

/** A machine file has five levels; a machine with ten thousand functions has a million tokens. */
const MAX_DEPTH = 50;
const MAX_TOKENS = 2_000_000;
const MAX_ERRORS = 10;

export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** The document with its syntax errors; or the reason why there is none, such as “it is nested too deep”. */
export function parseYaml(text: string): ParsedYaml | string {
  // The package makes an Error for each mistake; recording a stack trace takes fifty times as long as the rest.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return compose(text);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function compose(text: string): ParsedYaml | string {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  // The composer would compare every key with every other one; machine-text.ts detects repeated keys.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false });
  const documents: Document.Parsed[] = [];
  let tokens = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors += 1;
      documents.push(...composer.next(token));
    }
    tokens += 1;
    if (parser.stack.length > MAX_DEPTH) return 'it is nested too deep';
    if (tokens > MAX_TOKENS) return `it has more than ${MAX_TOKENS} tokens`;
    if (documents.length > 1) return 'it has several documents';
    if (errors > MAX_ERRORS) break;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  const [document, second] = documents;
  if (document === undefined || second !== undefined) return 'it has several documents';
  return { document, lines };
}
