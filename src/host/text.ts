/** Small texts of /sys → values; `null` for malformed text. Pure. */

/** `0x8086` or `8086`, at most 16 digits. */
export function parseHex(text: string | null): bigint | null {
  const match = /^(?:0x)?([0-9a-f]{1,16})$/i.exec(text?.trim() ?? '');
  return match === null ? null : BigInt(`0x${match[1]}`);
}

/** {@link parseHex} of at most 32 bits. */
export function parseHexNumber(text: string | null): number | null {
  const value = parseHex(text);
  return value === null || value > 0xffff_ffffn ? null : Number(value);
}

/** Decimal, optionally negative, within ±2^53. */
export function parseDecimal(text: string | null): number | null {
  const trimmed = text?.trim() ?? '';
  if (!/^-?[0-9]{1,16}$/.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isSafeInteger(value) ? value : null;
}

/** As {@link parseDecimal}, but a negative number is the kernel's "unknown" or "none". */
export function parseCount(text: string | null): number | null {
  const value = parseDecimal(text);
  return value === null || value < 0 ? null : value;
}

/** `226:0`: major and minor number, as the kernel prints a `dev` file. */
export function parseDeviceNumber(text: string | null): string | null {
  const number = text?.trim() ?? '';
  return /^\d{1,7}:\d{1,7}$/.test(number) ? number : null;
}

/** A name: `null` when empty or `(null)`, as the kernel prints a missing string. */
export function parseName(text: string | null): string | null {
  const name = text?.trim() ?? '';
  return name === '' || name === '(null)' ? null : name;
}

/** Compares with digits in numeric order: `dmar2` before `dmar10`. */
export function byNumber(a: string, b: string): number {
  const [x, y] = [padNumbers(a), padNumbers(b)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

/** Used instead of a collator of Intl, which takes longer to load than /sys to read. */
function padNumbers(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(20, '0'));
}
