import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromJson, toJson } from '../../../src/sim/state/json-codec.ts';

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 'text', 7, 2n ** 64n - 1n),
    fc.uint8Array(),
    fc.uint32Array(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('value')),
    fc.array(fc.tuple(fc.nat(), tie('value')), { maxLength: 3 }).map((rows) => new Map(rows)),
    fc.array(fc.nat(), { maxLength: 3 }).map((items) => new Set(items)),
  ),
}));

test('what is written as JSON text comes back', () => {
  fc.assert(
    fc.property(value, (original) => {
      expect(fromJson(JSON.parse(JSON.stringify(toJson(original))))).toEqual(original);
    }),
  );
});

test('what no writer wrote is refused', () => {
  for (const bad of [{ $: 'nonsense' }, { $: 'bigint', value: 5 }, { $: 'u32', length: 4 }, { $: 'map', value: [5] }]) {
    expect(() => fromJson(bad)).toThrow(TypeError);
  }
});
