/** Guest memory as a replay script writes it. Bytes that were never written are zero. */

import { offsetInPage, PAGE_BYTES, pageNumber } from '../model/page.ts';
import type { GuestMemory } from './guest-memory.ts';

export interface ScriptMemory extends GuestMemory {
  /** Write bytes from `address` on; those beyond the end of memory are dropped. */
  write(address: bigint, bytes: Uint8Array): void;
}

/** @param memoryBytes  end of memory; `null`: 2^64 */
export function createScriptMemory(memoryBytes: bigint | null): ScriptMemory {
  const end = memoryBytes ?? 1n << 64n;
  const pages = new Map<number, Uint8Array>();
  const written = (page: number): Uint8Array => {
    const bytes = pages.get(page) ?? new Uint8Array(PAGE_BYTES);
    pages.set(page, bytes);
    return bytes;
  };
  return {
    read(place, into) {
      const address = BigInt(place);
      if (address + BigInt(into.length) > end) return 'hole';
      eachPage(address, into.length, ({ page, inPage, done, length }) => {
        const bytes = pages.get(page);
        if (bytes === undefined) into.fill(0, done, done + length);
        else into.set(bytes.subarray(inPage, inPage + length), done);
      });
      return 'ok';
    },
    write(address, bytes) {
      const room = end - address;
      const fitting = room < BigInt(bytes.length) ? bytes.subarray(0, Math.max(0, Number(room))) : bytes;
      eachPage(address, fitting.length, ({ page, inPage, done, length }) => {
        written(page).set(fitting.subarray(done, done + length), inPage);
      });
    },
  };
}

interface Piece {
  readonly page: number;
  readonly inPage: number;
  readonly done: number;
  readonly length: number;
}

/** Page numbers have at most 52 bits, so they are exact as numbers. */
function eachPage(address: bigint, total: number, visit: (piece: Piece) => void): void {
  let page = Number(pageNumber(address));
  let inPage = Number(offsetInPage(address));
  for (let done = 0; done < total; page += 1, inPage = 0) {
    const length = Math.min(PAGE_BYTES - inPage, total - done);
    visit({ page, inPage, done, length });
    done += length;
  }
}
