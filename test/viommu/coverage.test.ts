/** Which file or test shows each sharp case, and which shows that a flaw of QEMU's engine is not one of ours. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CASES = readdirSync(new URL('../cases/viommu/', import.meta.url));

/** Cases that a script cannot express, and the tests that stand for them. */
const BY_TEST: Readonly<Record<number, readonly [file: string, title: string]>> = {
  65: ['engine.test.ts', 'decides, also when the guest writes it anew right after: the next event mends it'],
};

type Evidence = number | readonly [file: string, title: string];

const FLAWS: Readonly<Record<string, readonly Evidence[]>> = {
  'F1 a failed attach is never tried again': [44, 45, 46, 47],
  'F2 a replacement is believed before it is tried': [48, 49],
  'F3 an entry is dropped though its detach failed': [51, 52],
  'F4 a domain changed in place leaves a stale mapping': [39],
  'F5 translation off leaves the device on its tables': [30],
  'F6 a device-selective context flush reaches nobody': [80],
  'F7 PASID 0 decides over all others': [28],
  'F8 one PASID is not clipped by the width': [11],
  'F9 the end of the directory is not heeded': [10, 74],
  'F10 PASIDE is not heeded': [75],
  'F11 bits without meaning cost a replace': [41, 42, 43],
  'F12 one HWPT per device and PASID': [64, ['engine.test.ts', 'makes one first stage for one table, whoever uses it']],
  'F13 lists are searched': [['engine.test.ts', 'of one PASID costs the same however many are bound']],
  'F14 entries are read one by one, and twice': [
    ['engine.test.ts', 'of 256 unchanged entries reads each page of tables once, and asks the host nothing'],
  ],
  'F15 unplug leaks': [76],
  'F16 invalidations go out one by one': [
    54,
    ['engine.test.ts', 'ten thousand pages in batches of 64 take one call per batch'],
  ],
  'F17 IOTLB descriptors are not passed on': [59],
  'F18 the order of devices is a hash': [60, 63],
  'F19 nobody is told': [5, 44, 58, 67],
  'F20 a nest parent without the PASID flag is inherited': [77],
  'F21 abort mode is taken for scalable': [84],
  'F22 flags go through that were not offered': [
    50,
    [
      'hostile.test.ts',
      'hostile memory, descriptors and hosts: the engine knows what the hardware does, leaks nothing, and converges',
    ],
    ['wish/judge.test.ts', 'SRE and EAFE are refused where the guest was not offered them'],
  ],
  'F23 an invalid entry is kept as valid': [25, 17],
  'F24 nothing bounds the entries': [
    ['engine.test.ts', 'of bindings refuse what is too much, and take it when there is room'],
    ['engine.test.ts', 'hold for all devices together too'],
  ],
};

function titlesOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function hasCase(number: number): boolean {
  return CASES.some((name) => name.startsWith(`${String(number).padStart(2, '0')}-`));
}

function exists(evidence: Evidence): boolean {
  if (typeof evidence === 'number') return hasCase(evidence) || evidence in BY_TEST;
  const [file, title] = evidence;
  return titlesOf(file).includes(title);
}

test.each(Array.from({ length: 84 }, (_, index) => index + 1))('case %i has a script or a test', (number) => {
  const named = BY_TEST[number];
  expect(named === undefined ? hasCase(number) : exists(named)).toBe(true);
});

test.each(Object.entries(FLAWS))('%s: not here', (_, evidence) => {
  for (const one of evidence) expect([one, exists(one)]).toEqual([one, true]);
});

test('all 24 flaws are listed', () => {
  const numbers = Object.keys(FLAWS).map((flaw) => Number(/^F(\d+) /.exec(flaw)?.[1]));
  expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
});
