/** The ground of a bench: calls with structs, expectations, and a stack of things to give back after the case. */

import assert from 'node:assert/strict';
import type { Pointer, Result, Syscalls } from '../../../src/kernel/syscalls.ts';
import { ERRNO, type ErrnoName, errnoName } from '../../../src/uapi/errno.ts';
import type { Fields, Struct, Values } from '../../../src/uapi/layout.ts';

export interface Answer<F extends Fields> {
  readonly result: Result;
  /** The struct as the kernel left it. */
  readonly out: Values<F>;
}

export interface BenchCore {
  readonly syscalls: Syscalls;
  /** The case's iommufd, opened at the first use. */
  iommufd(): number;
  /** A struct of full size, its first field (`size`, `argsz`) filled in unless given. */
  call<F extends Fields>(request: number, struct: Struct<F>, values: Partial<Values<F>>): Answer<F>;
  /** As call, on another fd. */
  callOn<F extends Fields>(fd: number, request: number, message: Message<F>): Answer<F>;
  /** Bytes as they are, on the case's iommufd. */
  raw(request: number, argument: Pointer): Result;
  /** The address of bytes, which stay where they are until the case ends. */
  pointer(bytes: Uint8Array): bigint;
  /** The value; fails the case when it is a refusal. */
  expectOk(result: Result): number;
  expectErrno(errno: ErrnoName, result: Result): void;
  /** Do this after the case, the last one first. */
  later(undo: () => void): void;
  /** Close an fd after the case, if the case did not. */
  closeLater(fd: number): number;
  close(fd: number): void;
  /** Close the case's iommufd now; the next use opens a new one. */
  closeIommufd(): void;
  finish(): void;
}

export interface Message<F extends Fields> {
  readonly struct: Struct<F>;
  readonly values: Partial<Values<F>>;
}

export function benchCore(syscalls: Syscalls): BenchCore {
  let undos: (() => void)[] = [];
  let kept: Uint8Array[] = [];
  const open = new Set<number>();
  let iommufd = -1;

  const core: BenchCore = {
    syscalls,
    iommufd() {
      if (iommufd < 0) iommufd = core.closeLater(core.expectOk(syscalls.open('/dev/iommu', 'read-write')));
      return iommufd;
    },
    call: (request, struct, values) => core.callOn(core.iommufd(), request, { struct, values }),
    callOn(fd, request, { struct, values }) {
      const bytes = encode(struct, values);
      const result = syscalls.ioctl(fd, request, bytes);
      return { result, out: struct.decode(bytes) };
    },
    raw: (request, argument) => syscalls.ioctl(core.iommufd(), request, argument),
    pointer(bytes) {
      kept.push(bytes);
      return syscalls.addressOf(bytes);
    },
    expectOk(result) {
      assert.ok(result >= 0, `expected success, got ${errnoName(result)}`);
      return result;
    },
    expectErrno(errno, result) {
      const got = result < 0 ? errnoName(result) : `success (${result})`;
      assert.ok(result === -ERRNO[errno], `expected ${errno}, got ${got}`);
    },
    later: (undo) => void undos.push(undo),
    closeLater(fd) {
      open.add(fd);
      core.later(() => open.has(fd) && core.close(fd));
      return fd;
    },
    close(fd) {
      open.delete(fd);
      core.expectOk(syscalls.close(fd));
    },
    closeIommufd() {
      core.close(core.iommufd());
      iommufd = -1;
    },
    finish() {
      const todo = undos.reverse();
      undos = [];
      kept = [];
      iommufd = -1;
      runAll(todo);
      open.clear();
    },
  };
  return core;
}

/** Every undo has its turn, whatever the ones before it say. */
function runAll(undos: readonly (() => void)[]): void {
  const errors: unknown[] = [];
  for (const undo of undos) {
    try {
      undo();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

function encode<F extends Fields>(struct: Struct<F>, values: Partial<Values<F>>): Uint8Array {
  const bytes = struct.encode(values);
  const head = 'argsz' in struct.fields ? 'argsz' : 'size';
  if (!(head in values)) new DataView(bytes.buffer).setUint32(0, struct.sizeBytes, true);
  return bytes;
}
