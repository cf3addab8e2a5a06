/** A file in memory, in windows of equal size except the last one: an array of Node 20 holds at most 4 GiB. */
export interface MappedFile {
  readonly windows: readonly Buffer[];
  /** No window may be touched afterwards. */
  unmap(): void;
}
