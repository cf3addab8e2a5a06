/**
 * The port to a guest's physical memory. Adapters: a RAM file, QEMU's monitor, a replay script.
 *
 * A read has three answers, since a binding is treated differently after each: bytes, no memory at this address, and a source
 * that could not be read.
 */

export type ReadStatus =
  /** `into` is filled. */
  | 'ok'
  /** Provably no memory at one or more of these addresses. */
  | 'hole'
  /** The source could not be read: nothing is known about the memory. */
  | 'dead';

/** A guest-physical address below 2^64; a number where that is exact, since reads are frequent and each BigInt is an object. */
export type GuestAddress = number | bigint;

/** Bytes `from` … `end` − 1 of a buffer of ours. */
export interface KnownBytes {
  readonly bytes: Buffer;
  readonly from: number;
  readonly end: number;
}

export interface GuestMemory {
  /** Fill `into` from an address. Its content is undefined unless the answer is `ok`. Never throws. */
  read(address: GuestAddress, into: Uint8Array): ReadStatus;
  /**
   * Whether memory from a page (address / 4096) on has exactly these bytes. After `false` nothing is known, and the caller reads.
   * Only sources that compare in place have it: most of the work on a million entries is to find them unchanged.
   */
  holds?(page: number, known: KnownBytes): boolean;
}
