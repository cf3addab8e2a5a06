/**
 * Guest memory from the file behind it: `memory-backend-file,share=on`, or an image. Opened read-only; each read is one pread.
 *
 * The file is the guest's: it may shrink under us, and then the answer is `dead`, not zeros.
 */

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { GuestMemory, ReadStatus } from './guest-memory.ts';
import { type RamRegion, regionAt } from './ram-map.ts';

export interface RamFile extends GuestMemory {
  readonly regions: readonly RamRegion[];
  /** Memory is `dead` afterwards. */
  close(): void;
}

/** Where memory lies in a file of this size. */
export type LayOut = (sizeBytes: bigint) => readonly RamRegion[];

/** Open a RAM file. Undone by: close. @throws the system's error, or one that says it is no regular file */
export function openRamFile(path: string, layOut: LayOut): RamFile {
  // O_NONBLOCK: opening a pipe would wait for its writer.
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(fd, { bigint: true });
    if (!stat.isFile()) throw new Error('it is no regular file');
    return ramFile(fd, layOut(stat.size));
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function ramFile(fd: number, regions: readonly RamRegion[]): RamFile {
  let isOpen = true;
  return {
    regions,
    read: (address, into) => (isOpen ? readRegions({ fd, regions }, address, into) : 'dead'),
    close() {
      if (isOpen) closeSync(fd);
      isOpen = false;
    },
  };
}

interface Source {
  readonly fd: number;
  readonly regions: readonly RamRegion[];
}

/** A read may run from one region into the next. */
function readRegions({ fd, regions }: Source, address: bigint, into: Uint8Array): ReadStatus {
  let done = 0;
  while (done < into.length) {
    const at = address + BigInt(done);
    const region = regionAt(regions, at);
    if (region === null) return 'hole';
    const left = region.guestAddress + region.bytes - at;
    const length = left < BigInt(into.length - done) ? Number(left) : into.length - done;
    if (!readWhole(fd, into.subarray(done, done + length), region.fileOffset + at - region.guestAddress)) return 'dead';
    done += length;
  }
  return 'ok';
}

function readWhole(fd: number, into: Uint8Array, offset: bigint): boolean {
  try {
    return readSync(fd, into, 0, into.length, offset) === into.length;
  } catch {
    return false;
  }
}
