/**
 * Every number from 1 to 84 has a script `test/cases/viommu/NN-*` or a test; and each quirk of QEMU's engine in
 * `src/quirks.md` has scripts or tests which show that ours does not share it.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CASES = readdirSync(new URL('../cases/viommu/', import.meta.url));
const QUIRKS = readFileSync(new URL('../../src/quirks.md', import.meta.url), 'utf8');

/** Cases that a script cannot express, and the tests that stand for them. */
const BY_TEST: Readonly<Record<number, readonly [file: string, title: string]>> = {
  65: ['engine.test.ts', 'decides, also when the guest writes it anew right after: the next event mends it'],
};

type Evidence = number | readonly [file: string, title: string];

/** Numbers are those of scripts in `test/cases/viommu`. */
const QEMU_QUIRKS: Readonly<Record<string, readonly Evidence[]>> = {
  Q20: [44, 45, 46, 47],
  Q21: [48, 49],
  Q22: [51, 52],
  Q23: [39],
  Q24: [30],
  Q25: [80],
  Q26: [28],
  Q27: [11],
  Q28: [10, 74],
  Q29: [75],
  Q30: [41, 42, 43],
  Q31: [64, ['engine.test.ts', 'makes one first stage for one table, whoever uses it']],
  Q32: [['engine.test.ts', 'of one PASID costs the same however many are bound']],
  Q33: [['engine.test.ts', 'of 256 unchanged entries reads each page of tables once, and asks the host nothing']],
  Q34: [76],
  Q35: [54, ['engine.test.ts', 'ten thousand pages in batches of 64 take one call per batch']],
  Q36: [59],
  Q37: [60, 63],
  Q38: [5, 44, 58, 67],
  Q39: [77],
  Q40: [84],
  Q41: [
    50,
    [
      'hostile.test.ts',
      'hostile memory, descriptors and hosts: the engine knows what the hardware does, leaks nothing, and converges',
    ],
    ['wish/judge.test.ts', 'SRE and EAFE are refused where the guest was not offered them'],
  ],
  Q42: [25, 17],
  Q43: [
    ['engine.test.ts', 'of bindings refuse what is too much, and take it when there is room'],
    ['engine.test.ts', 'hold for all devices together too'],
  ],
};

function titlesOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function hasScript(number: number): boolean {
  return CASES.some((name) => name.startsWith(`${String(number).padStart(2, '0')}-`));
}

function exists(evidence: Evidence): boolean {
  if (typeof evidence === 'number') return hasScript(evidence) || evidence in BY_TEST;
  const [file, title] = evidence;
  return titlesOf(file).includes(title);
}

test.each(Array.from({ length: 84 }, (_, index) => index + 1))('%i has a script or a test', (number) => {
  const named = BY_TEST[number];
  expect(named === undefined ? hasScript(number) : exists(named)).toBe(true);
});

test.each(Object.entries(QEMU_QUIRKS))('%s of src/quirks.md is not shared by our engine', (_, evidence) => {
  for (const one of evidence) expect([one, exists(one)]).toEqual([one, true]);
});

test('every quirk of QEMU in src/quirks.md has evidence', () => {
  const [ofQemu = ''] = (QUIRKS.split(/^## QEMU/m)[1] ?? '').split(/^## /m);
  const listed = [...ofQemu.matchAll(/^### (Q\d+) /gm)].map(([, number]) => number);
  expect(listed.length).toBeGreaterThanOrEqual(24);
  expect(Object.keys(QEMU_QUIRKS)).toEqual(listed);
});

test('quirks are numbered once and in order, and the files that they name exist', () => {
  const numbers = [...QUIRKS.matchAll(/^### Q(\d+) /gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  const files = [...QUIRKS.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file]) => file ?? '');
  const missing = files.filter((file) => !existsSync(new URL(`../../src/${file}`, import.meta.url)));
  expect(missing.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
});
