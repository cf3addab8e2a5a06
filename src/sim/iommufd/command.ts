/**
 * One ioctl on an iommufd: copying its struct in for the handler, and back to the caller.
 * Source: iommufd/main.c iommufd_fops_ioctl, struct iommufd_ucmd (7.3).
 */

import type { Pointer } from '../../kernel/syscalls.ts';
import { FAIL } from '../state/fail.ts';
import type { Memory } from '../state/ioas-tables.ts';
import type { Context } from '../state/world.ts';

/** The struct always has the kernel's size: a shorter one is extended with zeros. */
export interface Command {
  readonly memory: Memory;
  readonly context: Context;
  readonly view: DataView;
  /** Copy the struct back, up to the caller's size; EFAULT when the caller's memory is not writable. */
  respond(): number;
  /** Copy some bytes of the struct back. */
  respondPart(at: number, length: number): number;
}

/** 0, a value, or a negative errno. */
export type Handler = (command: Command) => number;

export interface IoctlEntry {
  readonly request: number;
  readonly minBytes: number;
  readonly sizeBytes: number;
  readonly handle: Handler;
}

/**
 * Copy a struct in by the `size` rules and run its handler.
 * Checks in order: size below the minimum EINVAL; unreadable EFAULT; non-zero bytes beyond the kernel's struct E2BIG.
 */
export function runCommand(
  entry: IoctlEntry,
  { memory, context }: Pick<Command, 'memory' | 'context'>,
  at: Caller,
): number {
  const { argument, size } = at;
  if (size < entry.minBytes) return FAIL.EINVAL;
  const bytes = new Uint8Array(entry.sizeBytes);
  const copied = Math.min(size, entry.sizeBytes);
  const { user } = memory;
  if (!user.read(argument, bytes.subarray(0, copied))) return FAIL.EFAULT;
  const tail = checkTail({ argument, from: entry.sizeBytes, to: size }, memory);
  if (tail < 0) return tail;
  const respondPart = (from: number, length: number): number =>
    user.write(pointerAt(argument, from), bytes.subarray(from, from + length)) ? 0 : FAIL.EFAULT;
  return entry.handle({
    memory,
    context,
    view: new DataView(bytes.buffer),
    respond: () => respondPart(0, copied),
    respondPart,
  });
}

export interface Caller {
  readonly argument: Pointer;
  /** The struct's own `size` or `argsz` field. */
  readonly size: number;
}

/** The caller's size is unlimited, so the tail is checked in pieces. */
const PIECE_BYTES = 65_536;

/** Source: lib/usercopy check_zeroed_user. */
export function checkTail(
  { argument, from, to }: { readonly argument: Pointer; readonly from: number; readonly to: number },
  { user }: Memory,
): number {
  for (let at = from; at < to; at += PIECE_BYTES) {
    const piece = new Uint8Array(Math.min(PIECE_BYTES, to - at));
    if (!user.read(pointerAt(argument, at), piece)) return FAIL.EFAULT;
    if (piece.some((byte) => byte !== 0)) return FAIL.E2BIG;
  }
  return 0;
}

/** A pointer plus an offset. */
export function pointerAt(pointer: Pointer, offset: number): Pointer {
  return typeof pointer === 'bigint' ? pointer + BigInt(offset) : pointer.subarray(offset);
}

/** The first 32 bits: `size` or `argsz`; `null` when unreadable. */
export function readSize({ user }: Memory, argument: Pointer): number | null {
  return user.read(argument, head) ? headView.getUint32(0, true) : null;
}

const head = new Uint8Array(4);
const headView = new DataView(head.buffer);
