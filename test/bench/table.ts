/** The rows for people. */

import Table from 'cli-table3';
import type { Aim, MeasuredRow, Row, Unit } from './row.ts';
import type { Spread } from './stats.ts';

export function tableOf(rows: readonly Row[]): string {
  const table = new Table({
    head: ['what', 'ours', 'baseline', '', 'ratio', 'aim', 'met'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'right', 'right', 'left', 'right', 'right', 'left'],
  });
  for (const row of rows) {
    if ('missing' in row)
      table.push([row.name, { content: `not measured: ${row.missing}`, colSpan: 6, hAlign: 'left' }]);
    else table.push(cellsOf(row));
  }
  return table.toString();
}

function cellsOf({ name, unit, ours, baseline, ratio, aim, met }: MeasuredRow): string[] {
  return [
    name,
    spreadText(ours, unit),
    spreadText(baseline, unit),
    baseline.what,
    Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : '',
    aim === null ? '' : aimText(aim, unit),
    met === null ? '' : metText(met),
  ];
}

function metText(met: boolean): string {
  return met ? 'yes' : 'NO';
}

/** `12.3 ms (12.0–13.1)`: median and quartiles. */
function spreadText({ median, low, high }: Spread, unit: Unit): string {
  return `${digits(median)} ${unit} (${digits(low)}–${digits(high)})`;
}

function aimText({ of, atMost }: Aim, unit: Unit): string {
  return of === 'ratio' ? `≤ ${atMost}×` : `≤ ${atMost} ${unit}`;
}

/** Three that tell something. */
function digits(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
