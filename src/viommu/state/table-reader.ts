/**
 * Reading guest tables: whole entries and pages, each once, into our own memory. An address outside guest memory (`hole`) counts
 * as "not present". When memory cannot be read (`dead`), nothing is known about the table.
 */

import type { GuestMemory, ReadStatus } from '../../guest/guest-memory.ts';
import { PAGE_BYTES, pageAddress } from '../../model/page.ts';

/** A buffer for one kind of entry or page, reused by every read. */
export interface TableBuffer {
  readonly words: Uint32Array;
  readonly bytes: Uint8Array;
}

export function tableBuffer(sizeBytes: number): TableBuffer {
  const words = new Uint32Array(sizeBytes / 4);
  return { words, bytes: new Uint8Array(words.buffer) };
}

/** Read `sizeBytes` at an offset into a page; the offset and size stay within the page. */
export function readTable(
  memory: GuestMemory,
  { page, offset = 0 }: { readonly page: number; readonly offset?: number },
  into: Uint8Array,
): ReadStatus {
  const address = page * PAGE_BYTES + offset;
  return memory.read(Number.isSafeInteger(address) ? address : pageAddress(page) + BigInt(offset), into);
}
