/**
 * Guest memory through QEMU's monitor. Reads are synchronous and the monitor is not, so reads use pages that were fetched
 * before; any other page is `dead`, and noted as missing. A caller repeats its walk after each {@link QmpMemory.fetch} until no
 * page is missing: tables have four levels, so five walks are enough, all over the same copies.
 */

import { offsetInPage, PAGE_BYTES } from '../model/page.ts';
import type { GuestMemory, ReadStatus } from './guest-memory.ts';
import { dumpCommand, type MemoryRange, parseDump, parseMemoryTree } from './monitor-text.ts';
import { type Qmp, QmpError } from './qmp.ts';

export interface QmpMemory extends GuestMemory {
  /** Fetch the missing pages → their number. @throws QmpError when the monitor fails */
  fetch(): Promise<number>;
  /** A register of a device; `null` when there is none at this address. @throws QmpError */
  register(address: bigint, bytes: 4 | 8): Promise<bigint | null>;
}

const WORDS = PAGE_BYTES / 8;
/** 256 MiB, more than the tables of any guest need. */
const MOST_PAGES = 65_536;

/** @throws QmpError when QEMU does not show where guest memory is */
export async function openQmpMemory(qmp: Qmp): Promise<QmpMemory> {
  const ranges = parseMemoryTree(await qmp.monitor('info mtree -f'));
  if (ranges === null) throw new QmpError('`info mtree -f` shows no address space "memory"');
  const pages = new Map<bigint, Uint8Array | null>();
  const wanted = new Set<bigint>();
  const page = (address: bigint): Uint8Array | null => {
    const bytes = pages.get(address);
    if (bytes === undefined) wanted.add(address);
    return bytes ?? null;
  };
  return {
    read(place, into) {
      const address = BigInt(place);
      return isMemory(ranges, address, into.length) ? copy(address, into, page) : 'hole';
    },
    async fetch() {
      const missing = [...wanted];
      wanted.clear();
      if (pages.size + missing.length > MOST_PAGES) throw new QmpError(`the tables have more than ${MOST_PAGES} pages`);
      for (const address of missing) pages.set(address, await fetchPage(qmp, address));
      return missing.length;
    },
    async register(address, bytes) {
      const request = { address, bytes, count: 1 };
      return parseDump(await qmp.monitor(dumpCommand(request)), request)?.[0] ?? null;
    },
  };
}

/** Adjacent ranges count as one. */
function isMemory(ranges: readonly MemoryRange[], address: bigint, length: number): boolean {
  const end = address + BigInt(length);
  let at = address;
  while (at < end) {
    const found = ranges.find((range) => at >= range.first && at < range.end);
    if (found === undefined) return false;
    at = found.end;
  }
  return true;
}

function copy(address: bigint, into: Uint8Array, page: (address: bigint) => Uint8Array | null): ReadStatus {
  let status: ReadStatus = 'ok';
  for (let done = 0; done < into.length; ) {
    const at = address + BigInt(done);
    const inPage = Number(offsetInPage(at));
    const length = Math.min(PAGE_BYTES - inPage, into.length - done);
    const bytes = page(at - BigInt(inPage));
    if (bytes === null) status = 'dead';
    else into.set(bytes.subarray(inPage, inPage + length), done);
    done += length;
  }
  return status;
}

/** `null` when the monitor does not show the whole page. */
async function fetchPage(qmp: Qmp, address: bigint): Promise<Uint8Array | null> {
  const request = { address, count: WORDS };
  const words = parseDump(await qmp.monitor(dumpCommand(request)), request);
  return words === null ? null : new Uint8Array(BigUint64Array.from(words).buffer);
}
