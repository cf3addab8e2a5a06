/**
 * Guest memory from its file: `memory-backend-memfd` or `memory-backend-file` with share=on, or an image. Opened read-only.
 *
 * A memfd that is sealed against shrinking is mapped. Any other file may shrink while we read it, and touching a mapped page beyond
 * its end is a SIGBUS: each of its reads is one pread, and bytes beyond the end are `dead`, not zeros.
 */

import { closeSync, constants, fstatSync, openSync, readlinkSync, statfsSync } from 'node:fs';
import { PAGE_BYTES } from '../model/page.ts';
import { type FileBytes, type MapFile, mappedBytes, readBytes } from './file-bytes.ts';
import { type FileLoss, lossOfName, refuseOtherKinds } from './file-loss.ts';
import type { GuestMemory, ReadStatus } from './guest-memory.ts';
import { findWriter, isWriting } from './log-writer.ts';
import { type RamRegion, regionAt } from './ram-map.ts';

export interface RamFile extends GuestMemory {
  readonly regions: readonly RamRegion[];
  /** The file is mapped. */
  readonly isMapped: boolean;
  /** A read of what should be in the file has failed. */
  readonly hasFailed: boolean;
  /** What has become of the file; `null` as long as it is whole and somebody may use it as memory. */
  loss(): FileLoss | null;
  /** Memory is `dead` afterwards. */
  close(): void;
}

/** Where memory lies in a file of this size. */
export type LayOut = (sizeBytes: bigint) => readonly RamRegion[];

const TMPFS = 0x0102_1994;

/**
 * Open a RAM file. Undone by: close.
 *
 * @param mapFile  called for memfds only; without it nothing is mapped
 * @throws the system's error, or one for a file that is not regular
 */
export function openRamFile(path: string, layOut: LayOut, mapFile: MapFile = () => null): RamFile {
  // O_NONBLOCK: opening a pipe would wait for its writer.
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(fd, { bigint: true });
    refuseOtherKinds(stat);
    // Before the map: after it nothing may throw, or the map would leak.
    const regions = layOut(stat.size);
    const mapped = isMemfd(fd) ? mapFile(fd, Number(stat.size)) : null;
    const file = mapped === null ? readBytes(fd) : mappedBytes(fd, mapped);
    return ramFile({ file, regions, isMapped: mapped !== null, loss: lossWatch(fd, path) });
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** A memfd on tmpfs. One of huge pages is not mapped: touching a hole of it is a SIGBUS when no huge page is free. */
function isMemfd(fd: number): boolean {
  const link = `/proc/self/fd/${fd}`;
  return readlinkSync(link).startsWith('/memfd:') && statfsSync(link).type === TMPFS;
}

/** A file without its name is still the guest's memory while QEMU has it open. */
function lossWatch(fd: number, path: string): () => FileLoss | null {
  const before = fstatSync(fd);
  let user: string | null = null;
  return () => {
    if (fstatSync(fd).size < before.size) return 'truncated';
    const moved = lossOfName(path, before);
    if (moved === null) return null;
    if (user === null || !isWriting(user, before)) user = findWriter(before);
    return user === null ? moved : null;
  };
}

interface RamParts extends Source {
  readonly isMapped: boolean;
  readonly loss: () => FileLoss | null;
}

function ramFile({ file, regions, isMapped, loss }: RamParts): RamFile {
  let isOpen = true;
  let hasFailed = false;
  const told = (status: ReadStatus): ReadStatus => {
    if (status === 'dead') hasFailed = true;
    return status;
  };
  const places = regions.map(placeOf).filter(({ end, shift }) => [end, shift].every(Number.isSafeInteger));
  return {
    regions,
    isMapped,
    get hasFailed() {
      return hasFailed;
    },
    loss: () => (isOpen ? loss() : null),
    read(address, into) {
      if (!isOpen) return 'dead';
      const start = Number(address);
      const place = placeAt(places, start, into.length);
      if (place === undefined) return told(readRegions({ file, regions }, BigInt(address), into));
      return told(file.read(start + place.shift, into) ? 'ok' : 'dead');
    },
    holds(page, known) {
      const start = page * PAGE_BYTES;
      const place = isOpen ? placeAt(places, start, known.end - known.from) : undefined;
      return place !== undefined && file.holds(start + place.shift, known);
    },
    close() {
      if (isOpen) file.close();
      isOpen = false;
    },
  };
}

/** A region in numbers; only for regions whose numbers are exact, below 2^53. */
interface Place {
  readonly start: number;
  readonly end: number;
  /** From a guest address to an offset in the file. */
  readonly shift: number;
}

function placeOf({ guestAddress, bytes, fileOffset }: RamRegion): Place {
  return {
    start: Number(guestAddress),
    end: Number(guestAddress + bytes),
    shift: Number(fileOffset - guestAddress),
  };
}

/** The place with all of these bytes. It makes no object, since every event of a guest reads. */
function placeAt(places: readonly Place[], start: number, length: number): Place | undefined {
  for (const place of places) if (start >= place.start && start + length <= place.end) return place;
  return undefined;
}

interface Source {
  readonly file: FileBytes;
  readonly regions: readonly RamRegion[];
}

/** A read that may cross regions. */
function readRegions({ file, regions }: Source, address: bigint, into: Uint8Array): ReadStatus {
  let done = 0;
  while (done < into.length) {
    const at = address + BigInt(done);
    const region = regionAt(regions, at);
    if (region === null) return 'hole';
    const left = region.guestAddress + region.bytes - at;
    const length = left < BigInt(into.length - done) ? Number(left) : into.length - done;
    const offset = Number(region.fileOffset + at - region.guestAddress);
    if (!file.read(offset, into.subarray(done, done + length))) return 'dead';
    done += length;
  }
  return 'ok';
}
