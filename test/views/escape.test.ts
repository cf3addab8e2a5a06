import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeControls } from '../../src/views/escape.ts';

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
