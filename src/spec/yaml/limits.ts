/** Limits of one file. A real spec stays far below them, and parsing hostile text ends within seconds. */

/** Bindings take ranges, so that even a spec of 2^20 PASIDs is far smaller. */
export const MAX_TEXT_BYTES: number = 16 << 20;

export interface Limits {
  /** Lexical tokens of one file; a written-out binding has about fifty. */
  readonly tokens: number;
  /** Nesting of collections, as the parser counts it; a spec needs eight. */
  readonly depth: number;
  readonly documents: number;
}

export const LIMITS: Limits = { tokens: 2_000_000, depth: 100, documents: 1000 };

/** Nodes that aliases may add to those that are written. */
export const MAX_ALIAS_NODES = 100_000;

/** Syntax errors reported for one file: one mistake can cause many. */
export const MAX_SYNTAX_ERRORS = 10;
