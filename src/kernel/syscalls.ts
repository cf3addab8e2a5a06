/**
 * The system calls that everything about the kernel goes through: file descriptors, requests and bytes, nothing typed.
 *
 * Two adapters: `libc.ts` (the running kernel, through koffi) and `sim/` (a kernel in memory). Like the kernel, a call
 * returns a value ≥ 0 or a negative errno, and never throws for what the kernel refuses: refusals are ordinary answers on
 * hot paths.
 */

/** A value ≥ 0, or a negative errno such as `-22`. */
export type Result = number;

/** A pointer: bytes of ours, or a bare user address (0 is NULL). */
export type Pointer = Uint8Array | bigint;

export interface Syscalls {
  /** open(2) with `O_RDWR | O_CLOEXEC`, or `O_RDONLY | O_CLOEXEC`. Undone by: close. */
  open(path: string, access: 'read-write' | 'read-only'): Result;
  close(fd: number): Result;
  /** dup(2), close-on-exec. */
  dup(fd: number): Result;
  /** `request` is the full 32-bit number, as in uapi/iommufd.ts. The kernel writes results into the bytes. */
  ioctl(fd: number, request: number, argument: Pointer): Result;
  /** Bytes read; 0 when a fault queue has nothing (never EAGAIN). */
  read(fd: number, into: Uint8Array): Result;
  /** pread(2): iommufd's event fds answer ESPIPE. */
  pread(fd: number, into: Uint8Array, offset: bigint): Result;
  write(fd: number, from: Uint8Array): Result;
  /** `revents` (POLLIN 1, POLLOUT 4, POLLERR 8, POLLHUP 16, POLLNVAL 32) of one fd; 0 after the time is up. */
  poll(fd: number, events: number, timeoutMs: number): Result;
  /** flock(2), exclusive, without waiting: EAGAIN while somebody else holds it. Undone by: close of the fd. */
  flock(fd: number): Result;
  /**
   * Where the kernel sees these bytes, for pointer fields inside a struct. Valid as long as the caller keeps the array.
   */
  addressOf(bytes: Uint8Array): bigint;
  /**
   * mmap(2): anonymous private memory, or `fd` from `offset`. Returns the user address, or a negative errno as bigint.
   * Undone by: munmap.
   */
  mmap(options: MmapOptions): bigint;
  munmap(address: bigint, lengthBytes: number): Result;
  /** memfd_create(2) of this size, for tests and for memory without a file. Undone by: close. */
  memfd(name: string, sizeBytes: number): Result;
}

export interface MmapOptions {
  readonly lengthBytes: number;
  readonly protection: 'none' | 'read' | 'read-write' | 'read-exec';
  readonly sharing: 'private' | 'shared';
  /** Absent: anonymous memory. */
  readonly fd?: number;
  readonly offset?: bigint;
}

export const POLLIN = 1;
export const POLLOUT = 4;
/** The fd is not open; told whether asked for or not. */
export const POLLNVAL = 32;
