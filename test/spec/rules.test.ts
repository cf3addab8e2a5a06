import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveredBy, covers } from '../../src/spec/rules/covered.ts';
import { overlaps } from '../../src/spec/rules/overlaps.ts';
import { readBody } from './support.ts';

interface Interval {
  readonly first: number;
  readonly end: number;
}

const interval = fc.tuple(fc.nat(60), fc.nat(12)).map(([first, size]): Interval => ({ first, end: first + size }));
const bounds = { first: ({ first }: Interval) => first, end: ({ end }: Interval) => end };

describe('overlaps', () => {
  test('what is left without the reported intervals is apart, and each reported one overlaps its partner', () => {
    fc.assert(
      fc.property(fc.array(interval), (items) => {
        const pairs = [...overlaps(items, bounds)];
        for (const [a, b] of pairs) {
          expect(a.first < b.end && b.first < a.end).toBe(true);
          expect(items.indexOf(a)).toBeLessThan(items.indexOf(b));
        }
        const later = new Set(pairs.map(([, b]) => b));
        const rest = items.filter((item) => !later.has(item) && item.first < item.end);
        const sorted = rest.toSorted((a, b) => a.first - b.first);
        for (const [index, item] of sorted.entries())
          expect(item.end).toBeLessThanOrEqual(sorted[index + 1]?.first ?? 99);
      }),
    );
  });
});

describe('overlaps in many intervals', () => {
  test('in any order the same are left out as by comparing each with all', () => {
    const starts = fc.uniqueArray(fc.nat(6000), { minLength: 2500, maxLength: 2500 });
    const order = fc.constantFrom<(a: number, b: number) => number>(
      (a, b) => a - b,
      (a, b) => b - a,
      () => 0,
    );
    fc.assert(
      fc.property(starts, order, fc.integer({ min: 1, max: 3 }), (firsts, compare, size) => {
        const items = firsts.toSorted(compare).map((first) => ({ first, end: first + size }));
        const kept: Interval[] = [];
        const taken = new Set<number>();
        for (const item of items) {
          const places = Array.from({ length: size }, (_, n) => item.first + n);
          if (places.some((place) => taken.has(place))) continue;
          kept.push(item);
          for (const place of places) taken.add(place);
        }
        const left = new Set([...overlaps(items, bounds)].map(([, later]) => later));
        expect(items.filter((item) => !left.has(item))).toEqual(kept);
      }),
      { numRuns: 10 },
    );
  });
});

describe('covers', () => {
  test('it agrees with asking every region', () => {
    fc.assert(
      fc.property(fc.array(interval), fc.nat(80), (items, address) => {
        const memory = items.map(({ first, end }) => ({
          file: '/a',
          offsetBytes: 0n,
          sizeBytes: BigInt(end - first),
          guestAddress: BigInt(first),
          create: false,
          origin: { document: 0, path: [] },
        }));
        const expected = items.some(({ first, end }) => first <= address && address < end);
        expect(covers(coveredBy(memory), BigInt(address))).toBe(expected);
      }),
    );
  });
});

describe('second places', () => {
  test('a conflict names file, line and column of the other side', () => {
    const { diagnostics } = readBody(
      'devices:\n  - { name: a, address: 6a:01.0 }\n  - { name: a, address: 6a:02.0 }\n',
    );
    expect(diagnostics[0]?.message).toContain('spec.yaml:4:13');
  });

  test('an unknown device is answered with the name that was probably meant', () => {
    const { diagnostics } = readBody(
      'devices:\n  - { name: dsa0, address: 6a:01.0 }\nviommus:\n  - { name: g, devices: [dsa9] }\n',
    );
    expect(diagnostics[0]?.advice).toContain('dsa0');
  });
});
