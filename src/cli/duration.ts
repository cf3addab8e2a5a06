/** Durations on the command line: `500ms`, `30s`, `5m`, `1h`; a bare number is seconds. */

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds; `null` when the text is no duration, or longer than a timer can wait (2^31 − 1 ms). */
export function parseDurationMs(text: string): number | null {
  const match = /^(\d{1,10})(ms|s|m|h)?$/.exec(text);
  if (match === null) return null;
  const [, amount = '', unit = 's'] = match;
  const ms = Number(amount) * (UNIT_MS[unit] ?? 1000);
  return ms <= 0x7fff_ffff ? ms : null;
}
