/**
 * The port for system calls: file descriptors, requests and untyped bytes. All access to the kernel uses it.
 *
 * Two adapters: `libc.ts` (the running kernel, through koffi) and `sim/` (a kernel in memory). A call returns a value ≥ 0 or a
 * negative errno, and does not throw when the kernel refuses: refusals are frequent on hot paths.
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
  /** Bytes read. An empty fault queue gives 0, not EAGAIN (src/quirks.md Q15). */
  read(fd: number, into: Uint8Array): Result;
  /** pread(2): iommufd's event fds answer ESPIPE. */
  pread(fd: number, into: Uint8Array, offset: bigint): Result;
  write(fd: number, from: Uint8Array): Result;
  /** `revents` (POLLIN 1, POLLOUT 4, POLLERR 8, POLLHUP 16, POLLNVAL 32) of one fd; 0 after the time is up. */
  poll(fd: number, events: number, timeoutMs: number): Result;
  /** flock(2), exclusive, without waiting: EAGAIN while another open file has the lock. Undone by: close of the fd. */
  flock(fd: number): Result;
  /**
   * The user address of these bytes, for pointer fields of a struct. Valid while the caller keeps a reference to the array.
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
/** The fd is not open; in `revents` also when it is not in `events`. */
export const POLLNVAL = 32;
