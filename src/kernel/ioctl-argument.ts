/**
 * Structs that are made once and sent many times: bytes for the kernel, a view to fill and read them, and the offsets.
 *
 * All fields are 0 at first, and reserved ones stay so. One argument is used for one call at a time. The bytes are writable memory
 * that is never freed, so the kernel can always write its answer (src/quirks.md Q7).
 */

import { BugError } from '../assert.ts';
import type { Fields, Struct, Values } from '../uapi/layout.ts';

export interface IoctlArgument<F extends Fields> {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Offset of each field. */
  readonly at: Struct<F>['offset'];
}

/** A zeroed struct with its constant fields set; values out of range are a BugError. */
export function ioctlArgument<const F extends Fields>(
  struct: Struct<F>,
  constants: Partial<Values<F>>,
): IoctlArgument<F> {
  const bytes = struct.encode(constants);
  return { bytes, view: new DataView(bytes.buffer), at: struct.offset };
}

const U64_LAST = 2n ** 64n - 1n;

/** Store a 64-bit value. Throws BugError when it does not fit, which DataView would truncate. */
export function putU64(view: DataView, at: number, value: bigint): void {
  if (value < 0n || value > U64_LAST) throw new BugError(`${value} does not fit in 64 bits`);
  view.setBigUint64(at, value, true);
}
