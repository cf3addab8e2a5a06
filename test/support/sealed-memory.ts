/** Memory as QEMU's memfd backend makes it: sealed against shrinking, and written in place by whoever plays the guest. */

import { closeSync } from 'node:fs';
import koffi from 'koffi';
import { openLibc } from '../../src/kernel/libc.ts';

const MFD_ALLOW_SEALING = 2;
const F_ADD_SEALS = 1033;
const F_SEAL_SHRINK_GROW = 2 | 4;

export interface SealedMemory {
  /** As another process would open it. */
  readonly path: string;
  /** The guest's own view. */
  readonly bytes: Buffer;
  close(): void;
}

const lib = koffi.load(null);
const memfdCreate: (name: string, flags: number) => number = lib.func(
  'int memfd_create(const char *name, unsigned int flags)',
);
const ftruncate: (fd: number, size: number) => number = lib.func('int ftruncate(int fd, int64_t size)');
const fcntl: (fd: number, op: number, value: number) => number = lib.func('int fcntl(int fd, int op, int value)');

/** @param sealed  without it, a memfd that may shrink */
export function sealedMemory(sizeBytes: number, sealed = true): SealedMemory {
  const libc = openLibc();
  const fd = memfdCreate('guest', MFD_ALLOW_SEALING);
  const made =
    fd >= 0 && ftruncate(fd, sizeBytes) === 0 && (!sealed || fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK_GROW) === 0);
  if (!made) throw new Error('no memfd could be made');
  const address = libc.mmap({ lengthBytes: sizeBytes, protection: 'read-write', sharing: 'shared', fd });
  return {
    path: `/proc/self/fd/${fd}`,
    bytes: libc.view(address, sizeBytes),
    close() {
      libc.munmap(address, sizeBytes);
      closeSync(fd);
    },
  };
}
