import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeControls, escapeInQuotes, isUnsafe, printable } from '../../src/text/escape.ts';

test('plain text stays as it is', () => {
  expect(escapeControls('host-1: 漢字 é 🚀 "x" \\')).toBe('host-1: 漢字 é 🚀 "x" \\');
});

test('escape sequences, bidirectional marks, lone surrogates and tags are spelt out', () => {
  expect(escapeControls('\u001b[2J')).toBe('\\x1b[2J');
  expect(escapeControls('\u202e')).toBe('\\u202e');
  expect(escapeControls('\ud800')).toBe('\\ud800');
  expect(escapeControls('\u{e0001}')).toBe('\\u{e0001}');
});

test('line feeds stay only where they are asked for', () => {
  expect(escapeControls('a\nb\r', { keepLineBreaks: true })).toBe('a\nb\\x0d');
  expect(escapeControls('a\nb')).toBe('a\\x0ab');
});

test('nothing that a terminal would obey is left of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeControls(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('what is unsafe is what gets escaped, wherever that is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isUnsafe(text)).toBe(escapeControls(text) !== text);
      expect(printable(text, text.length) === text).toBe(!isUnsafe(text));
      expect(escapeInQuotes(text) === text).toBe(!isUnsafe(text.replaceAll('\n', '')));
      expect(escapeControls(text, { keepLineBreaks: true }).split('\n').map(isUnsafe)).not.toContain(true);
    }),
  );
});

test('in quotes a character has the escapes of JSON, and lines stay lines', () => {
  expect(escapeInQuotes('"a\u202e",\n"\u{e0001}\u009b"')).toBe('"a\\u202e",\n"\\udb40\\udc01\\u009b"');
});

test('what a message quotes is cut, on one line, and plain', () => {
  expect(printable('\u001b[31m\nred\ue000')).toBe('\\u{1b}[31m\\u{a}red\\u{e000}');
  expect(printable('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
  expect(printable('x'.repeat(60))).toBe('x'.repeat(60));
  expect(printable('abc', 2)).toBe('ab…');
});
