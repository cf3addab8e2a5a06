/**
 * Limits of a spec, all of its files together: what 10^5 bindings need that are written out with every field, or 2 * 10^5 of the usual ones in a block
 * each. Measured on Node 20: such a binding takes 9 to 10 KB while it is read, so that 10^5 take 1 GB and 2 * 10^5 2 GB, and Node
 * gives 4 GB on a machine of 16 GB. Hostile text within these limits takes up to 3.3 GB, and half a minute.
 */

/** 10^5 bindings with every field have 22 MB. */
export const MAX_TEXT_BYTES: number = 32 << 20;

export interface Limits {
  /** Lexical tokens, blanks and line ends included; they take time. A binding has 30 to 87. */
  readonly tokens: number;
  /**
   * Tokens other than blanks, line ends and comments: each value, and each of `- : , [ ] { }`. They take memory, 450 to 950
   * bytes each. A binding has 11 to 34.
   */
  readonly marks: number;
  /** Nesting of collections, as the parser counts it; a spec needs eight. */
  readonly depth: number;
  readonly documents: number;
}

export const LIMITS: Limits = { tokens: 10_000_000, marks: 3_500_000, depth: 100, documents: 1000 };

/**
 * Nodes that aliases may add to those that are written: 10^5 bindings that share a page table with every field. They take no
 * memory, but each is checked where it is used.
 */
export const MAX_ALIAS_NODES = 2_000_000;

/** Syntax errors reported for one file: one mistake can cause many. */
export const MAX_SYNTAX_ERRORS = 10;
