/** The bytes of a file by their offset: read with system calls, or mapped and in place. */

import { closeSync, readSync } from 'node:fs';
import type { MappedFile } from '../model/mapped-file.ts';
import { PAGE_BYTES } from '../model/page.ts';
import type { KnownBytes } from './guest-memory.ts';

/** A file as bytes in place; `null` where that is not safe. Undone by: unmap. */
export type MapFile = (fd: number, sizeBytes: number) => MappedFile | null;

/** The bytes of a file, by their offset. */
export interface FileBytes {
  /** All of `into`, or false. */
  read(offset: number, into: Uint8Array): boolean;
  holds(offset: number, known: KnownBytes): boolean;
  close(): void;
}

/** As many pages as are compared at a time. */
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

/** An entry of a table is copied byte by byte sooner than a view of it is made. */
const SHORT = 64;

/** @param fd  of the file; the map keeps nothing open by itself */
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
      // What runs from one window into the next is left to whoever reads.
      if (window === undefined || at + length > window.length) return false;
      return bytes.compare(window, at, at + length, from, end) === 0;
    },
    close() {
      unmap();
      closeSync(fd);
    },
  };
}
