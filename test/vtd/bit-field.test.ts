import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BugError } from '../../src/assert.ts';
import { bitTable, fieldMask } from '../../src/vtd/bit-field.ts';
import { CAP, ECAP } from '../../src/vtd/capability.ts';

const row = (high: number, low: number, word = 0) => ({ word, high, low, meaning: 'm', spec: 's' });

describe('a table of bit fields', () => {
  const table = bitTable('T', 2, { A: row(3, 0), B: row(63, 60), C: row(63, 0, 1) });

  it('reads and writes a field without touching the others', () => {
    const words = table.set([0x10n, 7n], 'B', 9n);
    expect(words).toEqual([0x9000_0000_0000_0010n, 7n]);
    expect(table.get(words, 'B')).toBe(9n);
    expect(table.has(words, 'A')).toBe(false);
  });

  it('knows which bits belong to no field', () => {
    expect(table.reserved(0)).toBe(0x0fff_ffff_ffff_fff0n);
    expect(table.reserved(1)).toBe(0n);
  });

  it('reads missing words as 0', () => {
    expect(table.decode([])).toEqual({ A: 0n, B: 0n, C: 0n });
  });

  it('refuses a value that is too wide', () => {
    expect(() => table.set([0n, 0n], 'A', 16n)).toThrow(BugError);
    expect(() => table.encode({ A: -1n })).toThrow(BugError);
  });

  it.each([
    ['overlap', { A: row(3, 0), B: row(5, 3) }],
    ['are upside down', { A: row(0, 3) }],
    ['leave the word', { A: row(64, 60) }],
    ['name a word that is not there', { A: row(3, 0, 2) }],
  ])('refuses rows that %s', (_, rows) => {
    expect(() => bitTable('T', 2, rows)).toThrow(BugError);
  });

  it.each([CAP, ECAP])('round-trips $name', (register) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (value) => {
        expect(register.encode(register.decode([value]))).toEqual([value & ~register.reserved(0)]);
      }),
    );
  });

  it.each([CAP, ECAP])('says for every field of $name what it means and where that is written', (register) => {
    for (const field of Object.values(register.fields)) {
      expect(field.meaning).not.toBe('');
      expect(field.spec).toMatch(/^VT-d §/);
      expect(fieldMask(field)).toBeGreaterThan(0n);
    }
  });
});
