import { expect, test } from 'vitest';
import { HARDWARE_ONLY } from './case.ts';
import { CASES } from './cases.ts';
import { titleOf } from './run.ts';

/** What each numbered case needs, one letter for each of its parts. */
const TABLE = `
   1 i   2 i   3 m   4 m   5 i   6 i   7 m   8 m   9 m  10 m
  11 m  12 m  13 m  14 i  15 m  16 m  17 m  18 m  19 m  20 m
  21 v  22 mv 23 m  24 m  25 m  26 m  27 m  28 m  29 m  30 v
  31 m  32 v  33 m  34 v  35 mv 36 m  37 m  38 w  39 v  40 v
  41 r  42 v  43 mv 44 v  45 v  46 v  47 v  48 bp 49 p  50 p
  51 v  52 v  53 m  54 m  55 i  56 m  57 m  58 m  59 m  60 m
  61 i  62 m  63 m  64 mm 65 m  66 v  67 m  68 m  69 h  70 h
  71 h  72 hv 73 h  74 h  75 m  76 m  77 m  78 m  79 i  80 i
  81 i  82 m
`;

const LETTERS = {
  ...{ iommufd: 'i', mock: 'm', vfio: 'v', warning: 'w', 'no-remapping': 'r', 'busy-sibling': 'b', pair: 'p' },
  ...{ nesting: 'h', reset: 'h', variant: 'h' },
} as const;

test('all 82 cases are there, once each or in parts, with what they need', () => {
  const rows = [...TABLE.matchAll(/(\d+) (\w+)/g)].map(([, number, letters]) => [Number(number), letters]);
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 82 }, (_, index) => index + 1));
  const found = rows.map(([number]) => {
    const parts = CASES.filter((one) => one.number === number);
    return [
      number,
      parts
        .map(({ needs }) => LETTERS[needs])
        .sort()
        .join(''),
    ];
  });
  expect(found).toEqual(rows);
});

test('no two cases have the same title', () => {
  expect(new Set(CASES.map(titleOf)).size).toBe(CASES.length);
});

test('only what no virtual machine has is left to the simulator', () => {
  const numbers = CASES.filter(({ needs }) => HARDWARE_ONLY.includes(needs)).map(({ number }) => number);
  expect(numbers).toEqual([69, 70, 71, 72, 73, 74]);
});
