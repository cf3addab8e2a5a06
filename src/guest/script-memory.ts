/** Guest memory as a replay script writes it. Bytes that were never written are zero. */

import { offsetInPage, PAGE_BYTES, pageNumber } from '../model/page.ts';
import type { GuestMemory } from './guest-memory.ts';
import { joinedRanges, type MemoryRange } from './ram-map.ts';

export interface ScriptMemory extends GuestMemory {
  /** Write bytes from `address` on; those where there is no memory are dropped. */
  write(address: bigint, bytes: Uint8Array): void;
}

/** @param ranges  where memory is; they do not overlap. `null`: everywhere below 2^64 */
export function createScriptMemory(ranges: readonly MemoryRange[] | null): ScriptMemory {
  const places = ranges === null ? EVERYWHERE : joinedRanges(ranges);
  const pages = new Map<number, Uint8Array>();
  const written = (page: number): Uint8Array => {
    const bytes = pages.get(page) ?? new Uint8Array(PAGE_BYTES);
    pages.set(page, bytes);
    return bytes;
  };
  return {
    read(place, into) {
      const address = BigInt(place);
      if (!isMemory(places, address, into.length)) return 'hole';
      eachPage(address, into.length, ({ page, inPage, done, length }) => {
        const bytes = pages.get(page);
        if (bytes === undefined) into.fill(0, done, done + length);
        else into.set(bytes.subarray(inPage, inPage + length), done);
      });
      return 'ok';
    },
    write(address, bytes) {
      for (const { guestAddress, bytes: size } of places) {
        const first = larger(0n, guestAddress - address);
        const end = smaller(BigInt(bytes.length), guestAddress + size - address);
        if (first >= end) continue;
        const fitting = bytes.subarray(Number(first), Number(end));
        eachPage(address + first, fitting.length, ({ page, inPage, done, length }) => {
          written(page).set(fitting.subarray(done, done + length), inPage);
        });
      }
    },
  };
}

const EVERYWHERE: readonly MemoryRange[] = [{ guestAddress: 0n, bytes: 1n << 64n }];

/** @param places  of which no two touch */
export function isMemory(places: readonly MemoryRange[], address: bigint, length: number): boolean {
  const end = address + BigInt(length);
  for (const { guestAddress, bytes } of places) {
    if (address >= guestAddress && end <= guestAddress + bytes) return true;
  }
  return false;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
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
