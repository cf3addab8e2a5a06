/** How much one file may ask of the parser. Far above any sensible spec; low enough that hostile text ends in seconds. */

/** 2^20 PASIDs fit in far less, since bindings take ranges. */
export const MAX_TEXT_BYTES: number = 16 << 20;

export interface Limits {
  /** Lexical tokens of one file; a written-out binding has about fifty. */
  readonly tokens: number;
  /** Collections inside collections, as the parser counts them; a spec needs eight. */
  readonly depth: number;
  readonly documents: number;
}

export const LIMITS: Limits = { tokens: 2_000_000, depth: 100, documents: 1000 };

/** Nodes that aliases may add to what is written out. */
export const MAX_ALIAS_NODES = 100_000;

/** Syntax errors shown of one file: one slip can make many. */
export const MAX_SYNTAX_ERRORS = 10;
