import { expect, test } from 'vitest';
import { parseDurationMs } from '../../src/cli/duration.ts';

test.each([
  ['0', 0],
  ['30', 30_000],
  ['500ms', 500],
  ['30s', 30_000],
  ['5m', 300_000],
  ['1h', 3_600_000],
])('%s is %i ms', (text, ms) => {
  expect(parseDurationMs(text)).toBe(ms);
});

test.each(['', '-1', '1.5s', 's', '1 s', '1d', '1e3', '99999999999s', '25d', '600h'])('%j is no duration', (text) => {
  expect(parseDurationMs(text)).toBeNull();
});
