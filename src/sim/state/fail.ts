/** Negative errno, as a system call returns it: `FAIL.EINVAL` is −22. */

import { ERRNO, type ErrnoName } from '../../uapi/errno.ts';

export const FAIL: { readonly [Name in ErrnoName]: number } = mapErrno((value) => -value);

function mapErrno(change: (value: number) => number): { readonly [Name in ErrnoName]: number } {
  const entries = Object.entries(ERRNO).map(([name, value]) => [name, change(value)] as const);
  // The keys are those of ERRNO, which the type of fromEntries does not express.
  return Object.fromEntries(entries) as { readonly [Name in ErrnoName]: number };
}
