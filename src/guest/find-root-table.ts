/**
 * Searches memory for root tables of scalable mode, for an image without known registers.
 *
 * A page is a root table when all of its 256 entries are well-formed, and a walk from it finds a present PASID entry, but no
 * reserved bit, no hole and no entry of a reserved type. Other tables fail: PASID entries have bits where context entries have
 * reserved ones, and CPU page tables have flags where root entries have reserved bits.
 */

import { PAGE_BYTES } from '../model/page.ts';
import { PASID_ENTRY, pasidEntryType } from '../vtd/pasid-entry.ts';
import type { GuestMemory } from './guest-memory.ts';
import type { RamRegion } from './ram-map.ts';
import type { WalkItem } from './walk-item.ts';
import { walkTables } from './walk-tables.ts';

const WORDS_PER_PAGE = PAGE_BYTES / 4;
const CHUNK = 2 ** 20;

/** Limits of the trial walk. */
const TRIAL = { entries: 256, pages: 1024 };

/** Addresses of all root tables found, ascending by region. Memory that cannot be read is skipped. */
export function findRootTables(memory: GuestMemory, regions: readonly RamRegion[]): readonly bigint[] {
  return regions.flatMap((region) => [...searchRegion(memory, region)]);
}

function* searchRegion(memory: GuestMemory, { guestAddress, bytes }: RamRegion): Generator<bigint> {
  for (let done = 0n; done < bytes; done += BigInt(CHUNK)) {
    const left = bytes - done;
    const chunk = new Uint8Array(left < BigInt(CHUNK) ? Number(left) : CHUNK);
    if (memory.read(guestAddress + done, chunk) !== 'ok') continue;
    const words = new Uint32Array(chunk.buffer, 0, chunk.length >> 2);
    for (let at = 0; at + WORDS_PER_PAGE <= words.length; at += WORDS_PER_PAGE) {
      const address = guestAddress + done + BigInt(at * 4);
      if (looksLikeRoot(words, at) && leadsToEntries(memory, address)) yield address;
    }
  }
}

/** Both halves of all entries: zero, or a pointer below 2^52 with the present bit alone. */
function looksLikeRoot(words: Uint32Array, start: number): boolean {
  let isUsed = false;
  for (let at = start; at < start + WORDS_PER_PAGE; at += 2) {
    const low = words[at] ?? 0;
    const high = words[at + 1] ?? 0;
    if (low === 0 && high === 0) continue;
    if ((low & 0xfff) !== 1 || high >>> 20 !== 0) return false;
    isUsed = true;
  }
  return isUsed;
}

function leadsToEntries(memory: GuestMemory, rootTable: bigint): boolean {
  let entries = 0;
  for (const item of walkTables({ memory, rootTable, mode: 'scalable', pasidBits: 20, limits: TRIAL })) {
    if (isBroken(item)) return false;
    if (item.kind === 'entry') entries += 1;
  }
  return entries > 0;
}

function isBroken(item: WalkItem): boolean {
  if (item.kind === 'problem') return item.problem !== 'limit';
  return item.kind === 'entry' && pasidEntryType(Number(PASID_ENTRY.get(item.words, 'PGTT'))) === 'reserved';
}
