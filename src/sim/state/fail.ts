/** Refusals of the simulated kernel: `FAIL.EINVAL` is −22, as a system call returns it. */

import { ERRNO, type ErrnoName } from '../../uapi/errno.ts';

export const FAIL: { readonly [Name in ErrnoName]: number } = mapErrno((value) => -value);

function mapErrno(change: (value: number) => number): { readonly [Name in ErrnoName]: number } {
  const entries = Object.entries(ERRNO).map(([name, value]) => [name, change(value)] as const);
  // Same keys as ERRNO by construction, which fromEntries cannot tell.
  return Object.fromEntries(entries) as { readonly [Name in ErrnoName]: number };
}
