/** Places in the operator's files, for diagnostics to point at. */

/** Line and column, both counted from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Location {
  readonly file: string;
  readonly range: Range;
}

/** A node of a YAML document: which document of the run, and the keys that lead to the node. */
export interface Origin {
  /** Index into the run's documents, in reading order. */
  readonly document: number;
  readonly path: readonly (string | number)[];
}

/** Turns an origin into a place; resolved only when a diagnostic needs it. */
export interface SourceMap {
  /**
   * @param key  a key below the origin to point at; the origin itself where it is absent or not in the file
   */
  locate(origin: Origin, key?: string | number): Location | null;
  /** The text of a file that was read, for excerpts. */
  text(file: string): string | null;
}

/** Of what no file asks for. */
export const NO_SOURCES: SourceMap = { locate: () => null, text: () => null };
