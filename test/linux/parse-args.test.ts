import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArgs } from '../../src/linux/parse-args.ts';

const pairs = (text: string) => parseArgs(text).map(({ name, value }) => [name, value]);

describe('the parameters of a module', () => {
  test.each<[string, string, (string | null)[][]]>([
    [
      'with and without a value',
      'ids=8086:0b25 disable_denylist',
      [
        ['ids', '8086:0b25'],
        ['disable_denylist', null],
      ],
    ],
    ['with dashes for underscores, as in the kernel', 'disable-denylist=1', [['disable_denylist', '1']]],
    [
      'between any blanks',
      '  a=1\t b=2\n',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'with blanks in quotes, around the value or the whole',
      'a="1 2" "b=3 4"',
      [
        ['a', '1 2'],
        ['b', '3 4'],
      ],
    ],
    ['with an equals sign in the value', 'a=b=c', [['a', 'b=c']]],
    ['up to a lone --', 'a=1 -- a=2', [['a', '1']]],
    ['with a quote that is never closed', 'a="1 b=2', [['a', '1 b=2']]],
    ['of which there are none', ' ', []],
  ])('%s', (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  test('are found in any text without an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(parseArgs(text))));
  });
});
