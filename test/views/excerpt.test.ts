import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Range } from '../../src/model/source.ts';
import { excerptOf } from '../../src/views/excerpt.ts';

function columns(start: number, end: number): Range {
  return { start: { line: 1, column: start }, end: { line: 1, column: end } };
}

/** What stands above the carets. */
function marked(line: string, range: Range, width = 80): string {
  const { source, carets } = excerptOf(line, range, width);
  const [before = ''] = carets.split('^');
  let cells = 0;
  let found = '';
  for (const char of source) {
    if (cells >= before.length && cells < carets.length) found += char;
    cells += stringWidth(char);
  }
  return found;
}

test('the carets stand under the range', () => {
  expect(marked('pasid: 300, x', columns(8, 11))).toBe('300');
});

test('characters of two cells are marked by two carets, also behind others of two', () => {
  expect(marked('漢字: 🚀', columns(5, 7))).toBe('🚀');
  expect(excerptOf('漢字: 🚀', columns(5, 7), 80).carets).toBe('      ^^');
});

test('a tab is shown as spaces, and the carets follow', () => {
  expect(excerptOf('\tx', columns(2, 3), 80)).toEqual({ source: '    x', carets: '    ^' });
});

test('an empty range, and one behind the end of the line, get one caret', () => {
  expect(excerptOf('abc', columns(2, 2), 80).carets).toBe(' ^');
  expect(excerptOf('abc', columns(9, 12), 80).carets).toBe('   ^');
});

test('a range over several lines is marked to the end of its first', () => {
  const range = { start: { line: 1, column: 3 }, end: { line: 4, column: 1 } };
  expect(excerptOf('  abc', range, 80).carets).toBe('  ^^^');
});

test('of a long line the part around the range is shown', () => {
  const line = `${'a'.repeat(5000)}MARK${'b'.repeat(5000)}`;
  expect(marked(line, columns(5001, 5005), 60)).toBe('MARK');
});

test('an excerpt never exceeds its width, and its carets always mark something', () => {
  const anyRange = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }));
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      anyRange,
      fc.integer({ min: 20, max: 100 }),
      (line, [from, to], width) => {
        const { source, carets } = excerptOf(line, columns(from, to), width);
        expect(stringWidth(source)).toBeLessThanOrEqual(width);
        expect(carets).toMatch(/^ *\^+$/);
        expect(carets.length).toBeLessThanOrEqual(width);
      },
    ),
  );
});
