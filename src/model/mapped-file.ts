/** A file in memory, in pieces of one size but for the last: no array of Node 20 holds more than 4 GiB. */
export interface MappedFile {
  readonly windows: readonly Buffer[];
  /** No window may be touched afterwards. */
  unmap(): void;
}
