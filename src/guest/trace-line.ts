/**
 * The lines of QEMU's trace log with register writes, descriptors and resets of the VT-d unit. Other lines are skipped.
 *
 * Source: QEMU hw/i386/trace-events (7.2 and 11.1), log backend; with `-msg timestamp=on` a time stands before the name.
 */

export type TraceEvent =
  /** A write of 4 or 8 bytes, before it takes effect. */
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: 4 | 8; readonly value: bigint }
  /** A descriptor that the unit took from its queue. */
  | { readonly kind: 'descriptor'; readonly lo: bigint; readonly hi: bigint }
  /** System reset. */
  | { readonly kind: 'reset' };

const HEX = '0x([0-9a-f]{1,16})';
const WRITE = new RegExp(`(?:^|[ :])vtd_reg_write +addr ${HEX} size 0x([48]) value ${HEX}$`);
const DESCRIPTOR = new RegExp(
  `(?:^|[ :])vtd_inv_desc +invalidate desc type [a-z][a-z -]{0,30} high ${HEX} low ${HEX}$`,
);
const RESET = /(?:^|[ :])vtd_reset_exit *$/;

/** `null` for every other line. */
export function parseTraceLine(text: string): TraceEvent | null {
  const descriptor = DESCRIPTOR.exec(text);
  if (descriptor !== null) return { kind: 'descriptor', hi: hex(descriptor[1]), lo: hex(descriptor[2]) };
  const write = WRITE.exec(text);
  if (write !== null) {
    const bytes = write[2] === '4' ? 4 : 8;
    return { kind: 'write', offset: Number(hex(write[1])), bytes, value: hex(write[3]) };
  }
  return RESET.test(text) ? { kind: 'reset' } : null;
}

function hex(digits = '0'): bigint {
  return BigInt(`0x${digits}`);
}
