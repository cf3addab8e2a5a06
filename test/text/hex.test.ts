import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex, hexDigits } from '../../src/text/hex.ts';

test('a number is read back whole, whatever its size and sign', () => {
  fc.assert(
    fc.property(fc.bigInt(), (value) => {
      const magnitude = value < 0n ? -value : value;
      expect(hex(value)).toBe(`${value < 0n ? '-' : ''}0x${hexDigits(magnitude)}`);
      expect(BigInt(`0x${hexDigits(magnitude)}`)).toBe(magnitude);
    }),
  );
});

test.each([
  [0n, undefined, '0x0'],
  [0, undefined, '0x0'],
  [255, undefined, '0xff'],
  [0xffff_0000_1234_5001n, undefined, '0xffff000012345001'],
  [-1n, undefined, '-0x1'],
  [-255, 4, '-0x00ff'],
  [0x8086, 4, '0x8086'],
  [0x25, 4, '0x0025'],
  [1n, 16, '0x0000000000000001'],
  [0x12345, 4, '0x12345'],
])('%s with %s digits is %s', (value, digits, text) => {
  expect(hex(value, digits)).toBe(text);
});

test('digits alone have no prefix', () => {
  expect([hexDigits(0), hexDigits(0x6a), hexDigits(0xan, 2)]).toEqual(['0', '6a', '0a']);
});
