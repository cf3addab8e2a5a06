import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ordered, toJson, toJsonLine, toYaml } from '../../src/views/structured.ts';

test('64-bit values are hexadecimal strings and lose no bit', () => {
  expect(JSON.parse(toJson({ address: 0xffff_0000_1234_5001n }))).toEqual({ address: '0xffff000012345001' });
  expect(JSON.parse(toJson(-1n))).toBe('-0x1');
});

test('a JSON line is one line', () => {
  expect(toJsonLine({ text: 'a\nb', list: [1, null] })).toBe('{"text":"a\\nb","list":[1,null]}\n');
});

test('the first keys come first and the others by name, whoever built the object', () => {
  expect(Object.keys(ordered({ b: 1, kind: 2, a: 3 }, 'kind'))).toEqual(['kind', 'a', 'b']);
  expect(toJson(ordered({ a: 3, kind: 2, b: 1 }, 'kind'))).toBe(toJson(ordered({ b: 1, kind: 2, a: 3 }, 'kind')));
});

test('any text arrives whole in JSON and YAML, and no control character is printed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-composite' }), fc.string({ unit: 'binary' }), (plain, wild) => {
      const data = { plain, wild, both: [plain, wild] };
      expect(JSON.parse(toJson(data))).toEqual(data);
      expect(parse(toYaml(data))).toEqual(data);
      for (const text of [toJson(data), toYaml(data)]) expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    }),
  );
});
