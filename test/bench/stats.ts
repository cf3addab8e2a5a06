/** What many rounds of one measurement come to. Medians and quartiles: a disturbed round moves neither. */

export interface Spread {
  readonly median: number;
  /** First and third quartile. */
  readonly low: number;
  readonly high: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/**
 * Median of the ratios round by round: what ran in one round was disturbed alike, so their ratio is steadier than the
 * ratio of two medians.
 */
export function pairedRatio(ours: readonly number[], baseline: readonly number[]): number {
  return spreadOf(ours.map((value, round) => value / (baseline[round] ?? Number.NaN))).median;
}

/** Between two values, the part of the way that `share` falls between them. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
