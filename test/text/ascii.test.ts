import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAscii, wantsAscii } from '../../src/text/ascii.ts';

test('whatever goes in, ASCII comes out, and ASCII stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const ascii = toAscii(text);
      expect(Buffer.from(ascii).every((byte) => byte < 0x80)).toBe(true);
      expect(toAscii(ascii)).toBe(ascii);
    }),
  );
});

test('typography has the spelling of a typewriter', () => {
  expect(toAscii('the guest’s tables … 1–9 → “x” ✔')).toBe('the guest\'s tables ... 1-9 -> "x" ok');
});

test('the locale C asks for it, by the first variable that is set', () => {
  expect(wantsAscii({ LC_ALL: 'C', LANG: 'en_US.UTF-8' })).toBe(true);
  expect(wantsAscii({ LC_ALL: '', LC_CTYPE: 'POSIX' })).toBe(true);
  expect(wantsAscii({ LC_ALL: 'C.UTF-8', LANG: 'C' })).toBe(false);
  expect(wantsAscii({})).toBe(false);
});
