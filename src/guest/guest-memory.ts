/**
 * The port to a guest's physical memory. Adapters: a RAM file, QEMU's monitor, a replay script.
 *
 * Three answers are kept apart, since each means something else for a binding: bytes (which may say "not present"), a
 * place where the guest has no memory, and a source that could not tell.
 */

export type ReadStatus =
  /** `into` is filled. */
  | 'ok'
  /** Provably no memory at one or more of these addresses. */
  | 'hole'
  /** The source failed or was cut short: nothing is known, and nothing may be concluded. */
  | 'dead';

/** A guest-physical address below 2^64. As a number where that is exact, since reads are many and each BigInt is an object. */
export type GuestAddress = number | bigint;

/** Bytes of ours. */
export interface KnownBytes {
  readonly bytes: Buffer;
  readonly from: number;
  readonly end: number;
}

export interface GuestMemory {
  /** Fill `into` from an address. Its content is undefined unless the answer is `ok`. Never throws. */
  read(address: GuestAddress, into: Uint8Array): ReadStatus;
  /**
   * Memory from a page, by its number, on holds exactly these bytes. `false` says nothing: whoever wants to know reads. Where
   * a source can compare in place it does, since most of a look at a million entries is seeing that they are as they were.
   */
  holds?(page: number, known: KnownBytes): boolean;
}
