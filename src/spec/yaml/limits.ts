/** How much one file may ask of the parser. Far above any sensible spec; low enough that hostile text ends in seconds. */

/** 2^20 PASIDs fit in far less, since bindings take ranges. */
export const MAX_TEXT_BYTES: number = 16 << 20;

/** Lexical tokens of one file; a written-out binding has about fifty. */
export const MAX_TOKENS = 2_000_000;

/** Collections inside collections, as the parser counts them; a spec needs eight. */
export const MAX_DEPTH = 100;

export const MAX_DOCUMENTS = 1000;

/** Nodes that aliases may add to what is written out. */
export const MAX_ALIAS_NODES = 100_000;

/** Syntax errors shown of one file: one slip can make many. */
export const MAX_SYNTAX_ERRORS = 10;
