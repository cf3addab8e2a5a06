/** Counts and sizes as text. */

/** `1 device`, `2 devices`, `10,000 steps`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(amount)} ${amount === 1 ? singular : plural}`;
}

/** `10,000`. Loading Intl for it would take longer than making a plan. */
export function grouped(amount: number): string {
  return String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

const UNITS = ['TiB', 'GiB', 'MiB', 'KiB'] as const;

/** `4 GiB`, `2 MiB`, `513 bytes`: the largest unit that keeps it whole. */
export function formatBytes(bytes: bigint): string {
  for (const [index, unit] of UNITS.entries()) {
    const size = 1n << BigInt((UNITS.length - index) * 10);
    if (bytes >= size && bytes % size === 0n) return `${bytes / size} ${unit}`;
  }
  return bytes === 1n ? '1 byte' : `${bytes} bytes`;
}
