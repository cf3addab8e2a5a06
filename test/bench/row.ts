/** One line of the table: our figure beside a baseline that was measured in the same rounds, and what we aim at. */

import { pairedRatio, type Spread, spreadOf } from './stats.ts';

export type Unit = 'ns' | 'ms' | 'B' | 'calls';

/** What must hold: a ratio to the baseline, or our own figure in the row's unit. */
export interface Aim {
  readonly of: 'ratio' | 'ours';
  readonly atMost: number;
}

export interface MeasuredRow {
  readonly name: string;
  readonly unit: Unit;
  readonly rounds: number;
  readonly ours: Spread;
  readonly baseline: Spread & { readonly what: string };
  readonly ratio: number;
  readonly aim: Aim | null;
  /** Null without an aim. */
  readonly met: boolean | null;
}

/** What this machine cannot measure. */
export interface MissingRow {
  readonly name: string;
  readonly missing: string;
}

export type Row = MeasuredRow | MissingRow;

export interface Comparison {
  readonly name: string;
  readonly unit: Unit;
  /** One value per round, and the baseline's of the same rounds. */
  readonly ours: readonly number[];
  readonly baseline: readonly number[];
  readonly against: string;
  readonly aim: Aim | null;
}

export function rowOf({ name, unit, ours, baseline, against, aim }: Comparison): MeasuredRow {
  const spread = spreadOf(ours);
  const ratio = pairedRatio(ours, baseline);
  const judged = aim?.of === 'ours' ? spread.median : ratio;
  return {
    name,
    unit,
    rounds: ours.length,
    ours: spread,
    baseline: { what: against, ...spreadOf(baseline) },
    ratio,
    aim,
    met: aim === null ? null : judged <= aim.atMost,
  };
}

export function ratioAtMost(atMost: number): Aim {
  return { of: 'ratio', atMost };
}
