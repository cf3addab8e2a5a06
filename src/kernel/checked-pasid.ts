/** A check before a PASID is sent to the kernel, which would read a negative number as a large one. */

import { BugError } from '../assert.ts';
import { PASID_LIMIT } from '../model/pasid.ts';

/** The PASID itself, or BugError unless it is 0 (the RID) … 2^20 − 1. */
export function checkedPasid(pasid: number): number {
  if (pasid >>> 0 !== pasid || pasid >= PASID_LIMIT) throw new BugError(`${pasid} is not a PASID`);
  return pasid;
}
