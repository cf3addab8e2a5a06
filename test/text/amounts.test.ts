import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, formatBytes, grouped } from '../../src/text/amounts.ts';

test('digits are grouped by three, as English does', () => {
  fc.assert(
    fc.property(fc.nat(), (amount) => {
      expect(grouped(amount)).toBe(amount.toLocaleString('en-US'));
    }),
  );
});

test('one is singular and all else is plural', () => {
  expect([0, 1, 2, 1000].map((amount) => count(amount, 'step'))).toEqual([
    '0 steps',
    '1 step',
    '2 steps',
    '1,000 steps',
  ]);
});

test.each([
  [0n, '0 bytes'],
  [1n, '1 byte'],
  [513n, '513 bytes'],
  [1024n, '1 KiB'],
  [1025n, '1025 bytes'],
  [32n << 20n, '32 MiB'],
  [3n << 40n, '3 TiB'],
  [(1n << 40n) + (1n << 30n), '1025 GiB'],
])('%i is %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
