import { expect, test } from 'vitest';
import { inRounds } from './rounds.ts';
import { ratioAtMost, rowOf } from './row.ts';
import { pairedRatio, spreadOf } from './stats.ts';
import { tableOf } from './table.ts';

const COMPARISON = { name: 'work', unit: 'ms', against: 'none', ours: [2, 3, 40], baseline: [1, 2, 20] } as const;

test('a spread is the median between its quartiles', () => {
  expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ median: 3, low: 2, high: 4 });
  expect(spreadOf([4, 1])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
});

test('a round that was disturbed as a whole does not change the ratio', () => {
  expect(pairedRatio([2, 4, 200], [1, 2, 100])).toBe(2);
});

test('contestants take turns, each first as often as last', () => {
  const calls: string[] = [];
  const contestant = (name: string) => () => calls.push(name);
  const values = inRounds(2, { a: contestant('a'), b: contestant('b') });
  expect(calls.join('')).toBe('abba');
  expect(values).toEqual({ a: [1, 4], b: [2, 3] });
});

test('an aim is judged by the ratio or by our own figure, as it says', () => {
  expect(rowOf({ ...COMPARISON, aim: ratioAtMost(2) }).met).toBe(true);
  expect(rowOf({ ...COMPARISON, aim: ratioAtMost(1.9) }).met).toBe(false);
  expect(rowOf({ ...COMPARISON, aim: { of: 'ours', atMost: 3 } }).met).toBe(true);
  expect(rowOf({ ...COMPARISON, aim: { of: 'ours', atMost: 2.9 } }).met).toBe(false);
  expect(rowOf({ ...COMPARISON, aim: null }).met).toBeNull();
});

test('what could not be measured stands in the table with its reason', () => {
  const text = tableOf([rowOf({ ...COMPARISON, aim: ratioAtMost(1.9) }), { name: 'kernel', missing: 'no QEMU' }]);
  expect(text).toMatch(/work.*3\.00 ms.*2\.00 ms.*none.*2\.00×.*≤ 1\.9×.*NO/);
  expect(text).toMatch(/kernel.*not measured: no QEMU/);
});
