import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textPositions } from '../../../src/spec/yaml/text-positions.ts';

test.each([
  ['a\nbc', 3, { line: 2, column: 2 }],
  ['a\r\nbc', 3, { line: 2, column: 1 }],
  ['a\r\nbc', 2, { line: 1, column: 3 }],
  ['\ta: b', 1, { line: 1, column: 2 }],
  ['\uFEFFa: b', 1, { line: 1, column: 2 }],
  ['🚀: b', 2, { line: 1, column: 3 }],
  ['a\rb', 2, { line: 1, column: 3 }],
  ['', 0, { line: 1, column: 1 }],
  ['a\n', 2, { line: 2, column: 1 }],
])('in %j offset %i is at %j: UTF-16 units from 1, and lines end with a line feed', (text, offset, start) => {
  expect(textPositions(text).rangeOf(offset, offset)).toEqual({ start, end: start });
});

test('a span over several lines ends with its first, without what is blank there', () => {
  expect(textPositions('a: [x, \r\n y]').rangeOf(3, 12).end).toEqual({ line: 1, column: 7 });
});

test('every offset of any text is where the lines before it put it', () => {
  const anyText = fc
    .array(fc.constantFrom('a', '漢', '🚀', '\t', '\n', '\r\n', '\r', '\uFEFF', '[', '"', '...'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyText, fc.nat(60), (text, at) => {
      const offset = Math.min(at, text.length);
      const before = text.slice(0, offset).split('\n');
      expect(textPositions(text).rangeOf(offset, offset).start).toEqual({
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
      });
    }),
  );
});
