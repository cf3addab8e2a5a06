/** Numbers in hexadecimal, in lower case as the kernel writes them. */

/** `0x6a`, padded with zeros to at least `digits` digits. Exact for all 64 bits of a bigint. */
export function hex(value: bigint | number, digits = 1): string {
  return value < 0 ? `-0x${hexDigits(-value, digits)}` : `0x${hexDigits(value, digits)}`;
}

/** The digits alone, `6a`, for formats that have no `0x`. */
export function hexDigits(value: bigint | number, digits = 1): string {
  return value.toString(16).padStart(digits, '0');
}
