/**
 * The kernel's own fault injection, aimed at one system call: the n-th place inside it where the kernel may fail (an
 * allocation, a lookup) does.
 *
 * fail-nth counts what this thread does, so it is armed right before the call and disarmed right behind it.
 * Source: Documentation/fault-injection/fault-injection.rst, fs/proc/base.c proc_fail_nth_{read,write} (7.3).
 */

import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import type { Result, Syscalls } from '../../../src/kernel/syscalls.ts';
import { errnoName } from '../../../src/uapi/errno.ts';
import { IOMMUFD_REQUEST } from '../../../src/uapi/iommufd.ts';
import { IOMMU_TEST_CMD, IOMMU_TEST_OP } from '../../../src/uapi/selftest.ts';

/** The `call`-th system call since `aim`, counted from 0, and the `nth` place inside it, counted from 1. */
export interface Fault {
  readonly call: number;
  readonly nth: number;
}

export interface Shot {
  /** The call that was aimed at; empty when it was not reached. */
  readonly name: string;
  readonly fired: boolean;
  /** What the call answered: `ok`, or an errno. */
  readonly answer: string;
}

export interface FaultInjection {
  readonly syscalls: Syscalls;
  /** Calls are counted from 0 again; one of them is made to fail. */
  aim(fault: Fault | null): void;
  shot(): Shot;
  /** Calls since `aim`. */
  calls(): number;
}

const NOT_REACHED: Shot = { name: '', fired: false, answer: '' };
const FIRED = '0'.charCodeAt(0);
const NAMES = new Map(
  Object.entries<number>(IOMMUFD_REQUEST).map(([name, request]): readonly [number, string] => [request, name]),
);
const TEST_NAMES = new Map(
  Object.entries<number>(IOMMU_TEST_OP).map(([name, op]): readonly [number, string] => [op, name]),
);

/** `open`, `close` and `ioctl` can be hit; nothing else that the tool does asks the kernel for objects. */
export function faultInjection(libc: Syscalls): FaultInjection {
  const weapon = failNth(libc);
  let aimedAt: Fault | null = null;
  let made = 0;
  let shot = NOT_REACHED;

  const around = (name: () => string, call: () => Result): Result => {
    if (made++ !== aimedAt?.call) return call();
    weapon.arm(aimedAt.nth);
    const result = call();
    const fired = weapon.disarm();
    shot = { name: name(), fired, answer: result < 0 ? errnoName(result) : 'ok' };
    return result;
  };
  return {
    syscalls: {
      ...libc,
      open: (path, access) =>
        around(
          () => 'open',
          () => libc.open(path, access),
        ),
      close: (fd) =>
        around(
          () => 'close',
          () => libc.close(fd),
        ),
      ioctl: (fd, request, argument) =>
        around(
          () => nameOf(request, argument),
          () => libc.ioctl(fd, request, argument),
        ),
    },
    aim(fault) {
      aimedAt = fault;
      made = 0;
      shot = NOT_REACHED;
    },
    shot: () => shot,
    calls: () => made,
  };
}

function failNth(libc: Syscalls): { arm(nth: number): void; disarm(): boolean } {
  // The main thread's id is the process id.
  const fd = valueOrThrow(libc.open(`/proc/self/task/${process.pid}/fail-nth`, 'read-write'), 'open', 'fail-nth');
  const numbers = Array.from({ length: 1024 }, (_, value) => Buffer.from(`${value}\n`));
  const answer = Buffer.alloc(8);
  const write = (value: number): void => {
    valueOrThrow(libc.write(fd, numbers[value] ?? Buffer.from(`${value}\n`)), 'write', 'fail-nth');
  };
  return {
    arm: write,
    disarm() {
      valueOrThrow(libc.pread(fd, answer, 0n), 'read', 'fail-nth');
      const fired = answer[0] === FIRED;
      write(0);
      return fired;
    },
  };
}

function nameOf(request: number, argument: Uint8Array | bigint): string {
  if (request !== IOMMU_TEST_CMD || typeof argument === 'bigint') return NAMES.get(request) ?? `ioctl ${request}`;
  // struct iommu_test_cmd: size u32, op u32.
  const op = new DataView(argument.buffer, argument.byteOffset).getUint32(4, true);
  return TEST_NAMES.get(op) ?? `test op ${op}`;
}
