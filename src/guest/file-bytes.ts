/** The bytes of a file by offset: read with system calls, or mapped. */

import { closeSync, readSync } from 'node:fs';
import type { MappedFile } from '../model/mapped-file.ts';
import { PAGE_BYTES } from '../model/page.ts';
import type { KnownBytes } from './guest-memory.ts';

/** Map a file; `null` where that is not safe. Undone by: unmap. */
export type MapFile = (fd: number, sizeBytes: number) => MappedFile | null;

/** The bytes of a file, by their offset. */
export interface FileBytes {
  /** Fill `into`; false when not all of it could be read. */
  read(offset: number, into: Uint8Array): boolean;
  holds(offset: number, known: KnownBytes): boolean;
  close(): void;
}

/** Most bytes that are compared at a time. */
const SCRATCH_BYTES = 64 * PAGE_BYTES;

export function readBytes(fd: number): FileBytes {
  let scratch: Buffer | null = null;
  const read = (offset: number, into: Uint8Array): boolean => {
    try {
      return readSync(fd, into, 0, into.length, offset) === into.length;
    } catch {
      return false;
    }
  };
  return {
    read,
    holds(offset, { bytes, from, end }) {
      if (end - from > SCRATCH_BYTES) return false;
      scratch ??= Buffer.allocUnsafeSlow(SCRATCH_BYTES);
      const found = scratch.subarray(0, end - from);
      return read(offset, found) && bytes.compare(found, 0, found.length, from, end) === 0;
    },
    close: () => closeSync(fd),
  };
}

/** Up to this length a loop over bytes is faster than `copy`, as for an entry of a table. */
const SHORT = 64;

/** @param fd  of the file, closed together with the map */
export function mappedBytes(fd: number, { windows, unmap }: MappedFile): FileBytes {
  const windowBytes = windows[0]?.length ?? 1;
  return {
    read(offset, into) {
      for (let done = 0; done < into.length; ) {
        const window = windows[Math.floor((offset + done) / windowBytes)];
        const from = (offset + done) % windowBytes;
        const length = Math.min(into.length - done, (window?.length ?? 0) - from);
        if (window === undefined || length <= 0) return false;
        if (length > SHORT) window.copy(into, done, from, from + length);
        else for (let index = 0; index < length; index++) into[done + index] = window[from + index] ?? 0;
        done += length;
      }
      return true;
    },
    holds(offset, { bytes, from, end }) {
      const window = windows[Math.floor(offset / windowBytes)];
      const at = offset % windowBytes;
      const length = end - from;
      // Bytes that lie in two windows are not compared: false makes the caller read them.
      if (window === undefined || at + length > window.length) return false;
      return bytes.compare(window, at, at + length, from, end) === 0;
    },
    close() {
      unmap();
      closeSync(fd);
    },
  };
}
