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

export interface GuestMemory {
  /** Fill `into` from a guest-physical address, below 2^64. Its content is undefined unless the answer is `ok`. Never throws. */
  read(address: bigint, into: Uint8Array): ReadStatus;
}
