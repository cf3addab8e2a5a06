/**
 * System calls that a test answers by hand: every call is written down with the bytes it carried, and a pointer inside a
 * struct can be followed.
 */

import type { Pointer, Result, Syscalls } from '../../src/kernel/syscalls.ts';
import { ERRNO } from '../../src/uapi/errno.ts';

export type RecordedCall =
  | { readonly call: 'open'; readonly path: string }
  | { readonly call: 'close'; readonly fd: number }
  | { readonly call: 'ioctl'; readonly fd: number; readonly request: number; readonly hex: string };

/** What the test's kernel does with one ioctl; it may write results into the bytes. */
export type IoctlAnswer = (fd: number, request: number, bytes: Uint8Array) => Result;

export interface Answers {
  readonly open?: (path: string) => Result;
  readonly close?: (fd: number) => Result;
  readonly ioctl?: IoctlAnswer;
}

export interface RecordingSyscalls extends Syscalls {
  readonly calls: RecordedCall[];
  /** The bytes that an address of {@link Syscalls.addressOf} stands for. */
  at(address: bigint): Uint8Array;
}

export function recordingSyscalls(answers: Answers = {}): RecordingSyscalls {
  const calls: RecordedCall[] = [];
  const memory: Uint8Array[] = [];
  const record = (call: RecordedCall, answer: () => Result): Result => {
    calls.push(call);
    return answer();
  };
  const refused = (): Result => -ERRNO.ENOSYS;
  return {
    calls,
    at: (address) => memory[Number(address / 0x1000n) - 1] ?? new Uint8Array(),
    addressOf: (bytes) => BigInt(memory.push(bytes)) * 0x1000n,
    open: (path) => record({ call: 'open', path }, () => answers.open?.(path) ?? 3),
    close: (fd) => record({ call: 'close', fd }, () => answers.close?.(fd) ?? 0),
    ioctl(fd, request, argument) {
      const bytes = bytesOf(argument);
      const hex = Buffer.from(bytes).toString('hex');
      return record({ call: 'ioctl', fd, request, hex }, () => answers.ioctl?.(fd, request, bytes) ?? 0);
    },
    dup: refused,
    read: refused,
    pread: refused,
    write: refused,
    poll: refused,
    flock: refused,
    munmap: refused,
    memfd: refused,
    mmap: () => BigInt(-ERRNO.ENOSYS),
  };
}

function bytesOf(argument: Pointer): Uint8Array {
  return typeof argument === 'bigint' ? new Uint8Array() : argument;
}

/** 32-bit little-endian words as hexadecimal text, to write expected bytes legibly. */
export function words(...values: readonly number[]): string {
  return Buffer.from(Uint32Array.from(values).buffer).toString('hex');
}
