/**
 * The running kernel through libc: the only file that uses koffi, which {@link openLibc} loads.
 *
 * Every call blocks the thread. Bytes are not copied: the kernel reads and writes the caller's memory.
 * Source: the man 2 page of each call; constants of fcntl.h, sys/mman.h and sys/file.h (x86-64 and arm64 agree on them).
 */

import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';
import { ERRNO } from '../uapi/errno.ts';
import { KernelError } from './kernel-error.ts';
import type { MmapOptions, Pointer, Result, Syscalls } from './syscalls.ts';

const O_RDWR = 0o2;
const O_CLOEXEC = 0o2000000;
const F_DUPFD_CLOEXEC = 1030;
const LOCK_EX_NB = 2 | 4;
const F_GET_SEALS = 1034;
const MFD_CLOEXEC = 1;
const MAP_ANONYMOUS = 0x20;
const PROTECTION = { none: 0, read: 1, 'read-write': 3, 'read-exec': 5 } as const;
const SHARING = { shared: 1, private: 2 } as const;
const LONGEST_POLL_MS = 0x7fff_ffff;

/** Calls that only a running kernel has: for files that other processes change, and for mapped memory. */
export interface Libc extends Syscalls {
  /** F_GET_SEALS: bits of F_SEAL_*; EINVAL where the file system has no seals. */
  seals(fd: number): Result;
  /** Mapped memory as bytes. Access after munmap, or beyond the end of the file, ends the process with a signal. */
  view(address: bigint, lengthBytes: number): Buffer;
}

/**
 * Load koffi and declare libc's functions.
 *
 * @throws KernelError ENOSYS where koffi has no binary for this machine
 */
export function openLibc(): Libc {
  const koffi = loadKoffi();
  const libc = declareLibc(koffi);
  return {
    ...fileCalls(libc),
    ...memoryCalls(libc),
    poll: pollCall(libc),
    seals: (fd) => libc.answer(libc.fcntl(fd, F_GET_SEALS, 0)),
    view: (address, lengthBytes) => Buffer.from(koffi.view(address, lengthBytes)),
  };
}

function loadKoffi(): typeof Koffi {
  try {
    return createRequire(import.meta.url)('koffi');
  } catch (cause) {
    // The lines after the first are the list of modules that required koffi.
    const [why] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1);
    throw new KernelError('dlopen', ERRNO.ENOSYS, `koffi (${why})`);
  }
}

type Functions = ReturnType<typeof declareLibc>;

/**
 * koffi returns `any`; the types here follow the C prototypes. `void *` accepts bytes and addresses, and `long` is returned as a
 * number while it is a safe integer, which every user address is.
 */
function declareLibc(koffi: typeof Koffi) {
  const lib = koffi.load(null);
  const open: (path: string, flags: number) => number = lib.func('int open(const char *path, int flags)');
  const close: (fd: number) => number = lib.func('int close(int fd)');
  const fcntl: (fd: number, op: number, value: number) => number = lib.func('int fcntl(int fd, int op, int value)');
  const flock: (fd: number, op: number) => number = lib.func('int flock(int fd, int op)');
  const ioctl: (fd: number, request: number, argument: Pointer) => number = lib.func(
    'int ioctl(int fd, unsigned long request, void *argument)',
  );
  const read: (fd: number, into: Uint8Array, count: number) => number = lib.func(
    'long read(int fd, void *into, size_t count)',
  );
  const pread: (fd: number, into: Uint8Array, count: number, offset: bigint) => number = lib.func(
    'long pread(int fd, void *into, size_t count, int64_t offset)',
  );
  const write: (fd: number, from: Uint8Array, count: number) => number = lib.func(
    'long write(int fd, const void *from, size_t count)',
  );
  const poll: (fds: Uint8Array, count: number, timeoutMs: number) => number = lib.func(
    'int poll(void *fds, unsigned long count, int timeout)',
  );
  const mmap: (at: bigint, length: number, prot: number, flags: number, fd: number, offset: bigint) => number =
    lib.func('long mmap(void *at, size_t length, int prot, int flags, int fd, int64_t offset)');
  const munmap: (at: bigint, length: number) => number = lib.func('int munmap(void *at, size_t length)');
  const memfdCreate: (name: string, flags: number) => number = lib.func(
    'int memfd_create(const char *name, unsigned int flags)',
  );
  const ftruncate: (fd: number, size: number) => number = lib.func('int ftruncate(int fd, int64_t size)');
  const errno = errnoOf(koffi, lib);
  const answer = (value: number): Result => (value < 0 ? -errno() : value);
  return {
    open,
    close,
    fcntl,
    flock,
    ioctl,
    read,
    pread,
    write,
    poll,
    mmap,
    munmap,
    memfdCreate,
    ftruncate,
    addressOf: koffi.address,
    errno,
    answer,
  };
}

/**
 * Reads this thread's errno in place. No call of koffi happens between a refusal and the read, so nothing can overwrite errno, and
 * a refusal costs no more than a success.
 */
function errnoOf(koffi: typeof Koffi, lib: Koffi.LibraryHandle): () => number {
  const location: () => bigint = lib.func('void *__errno_location()');
  const cell = new DataView(koffi.view(location(), Int32Array.BYTES_PER_ELEMENT));
  return () => cell.getInt32(0, true);
}

function fileCalls(libc: Functions): Omit<Syscalls, keyof ReturnType<typeof memoryCalls> | 'poll'> {
  const { answer } = libc;
  return {
    open(path, access) {
      // C ends the path at the NUL and would open another file.
      if (path.includes('\0')) return -ERRNO.EINVAL;
      return answer(libc.open(path, access === 'read-write' ? O_RDWR | O_CLOEXEC : O_CLOEXEC));
    },
    close: (fd) => answer(libc.close(fd)),
    dup: (fd) => answer(libc.fcntl(fd, F_DUPFD_CLOEXEC, 0)),
    ioctl: (fd, request, argument) => answer(libc.ioctl(fd, request, argument)),
    read: (fd, into) => answer(libc.read(fd, into, into.length)),
    pread: (fd, into, offset) => answer(libc.pread(fd, into, into.length, offset)),
    write: (fd, from) => answer(libc.write(fd, from, from.length)),
    flock: (fd) => answer(libc.flock(fd, LOCK_EX_NB)),
  };
}

function memoryCalls(libc: Functions): Pick<Syscalls, 'addressOf' | 'mmap' | 'munmap' | 'memfd'> {
  const { answer } = libc;
  return {
    addressOf(bytes) {
      // Reading `buffer` moves a small array out of V8's heap, where the garbage collector could move it.
      return bytes.buffer.byteLength === 0 ? 0n : libc.addressOf(bytes);
    },
    mmap: (options) => BigInt(answer(mapped(libc, options))),
    munmap: (address, lengthBytes) => answer(libc.munmap(address, lengthBytes)),
    memfd(name, sizeBytes) {
      const fd = answer(libc.memfdCreate(name, MFD_CLOEXEC));
      if (fd < 0) return fd;
      const sized = answer(libc.ftruncate(fd, sizeBytes));
      if (sized === 0) return fd;
      libc.close(fd);
      return sized;
    },
  };
}

function mapped(libc: Functions, { lengthBytes, protection, sharing, fd, offset }: MmapOptions): number {
  const flags = SHARING[sharing] | (fd === undefined ? MAP_ANONYMOUS : 0);
  return libc.mmap(0n, lengthBytes, PROTECTION[protection], flags, fd ?? -1, offset ?? 0n);
}

/** struct pollfd: fd s32@0, events u16@4, revents u16@6. A signal does not shorten or lengthen the wait. */
function pollCall(libc: Functions): Syscalls['poll'] {
  const record = new Uint8Array(8);
  const view = new DataView(record.buffer);
  return (fd, events, timeoutMs) => {
    const end = performance.now() + timeoutMs;
    view.setInt32(0, fd, true);
    view.setUint16(4, events, true);
    for (let left = timeoutMs; ; left = end - performance.now()) {
      const ready = libc.answer(libc.poll(record, 1, Math.min(Math.max(0, Math.ceil(left)), LONGEST_POLL_MS)));
      if (ready > 0) return view.getUint16(6, true);
      if (ready !== -ERRNO.EINTR) return ready;
    }
  };
}
