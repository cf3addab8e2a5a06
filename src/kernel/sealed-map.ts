/**
 * A read-only map of a file that cannot shrink: access beyond the end of a file is a SIGBUS, which ends the process. Only files
 * that are sealed against shrinking are mapped, as QEMU's memfds are.
 */

import type { MappedFile } from '../model/mapped-file.ts';
import type { Libc } from './libc.ts';

/** linux/fcntl.h */
const F_SEAL_SHRINK = 2;
const WINDOW_BYTES = 2 ** 30;

/** `null` for a file that may shrink, and when mmap fails. Undone by: unmap. */
export function mapSealed(libc: Libc, fd: number, sizeBytes: number): MappedFile | null {
  const seals = libc.seals(fd);
  if (seals < 0 || (seals & F_SEAL_SHRINK) === 0) return null;
  const windows: Buffer[] = [];
  const places: (readonly [address: bigint, lengthBytes: number])[] = [];
  const unmap = (): void => {
    for (const [address, lengthBytes] of places) libc.munmap(address, lengthBytes);
  };
  for (let offset = 0; offset < sizeBytes; offset += WINDOW_BYTES) {
    const lengthBytes = Math.min(WINDOW_BYTES, sizeBytes - offset);
    const address = libc.mmap({ lengthBytes, protection: 'read', sharing: 'shared', fd, offset: BigInt(offset) });
    if (address < 0n) {
      unmap();
      return null;
    }
    places.push([address, lengthBytes]);
    windows.push(libc.view(address, lengthBytes));
  }
  return { windows, unmap };
}
