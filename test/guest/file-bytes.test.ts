import { describe, expect, it } from 'vitest';
import { mappedBytes } from '../../src/guest/file-bytes.ts';

describe('a mapped file', () => {
  it('is read across its windows, compared within one, and ends where it ends', () => {
    const windows = [Buffer.from('abcdefgh'), Buffer.from('ijkl')];
    const file = mappedBytes(-1, { windows, unmap: () => {} });
    const into = Buffer.alloc(6);
    expect([file.read(5, into), into.toString()]).toEqual([true, 'fghijk']);
    expect(file.read(7, into)).toBe(false);
    const holds = (offset: number, text: string): boolean =>
      file.holds(offset, { bytes: Buffer.from(`__${text}`), from: 2, end: 2 + text.length });
    expect([holds(8, 'ijkl'), holds(9, 'jkx'), holds(6, 'ghij'), holds(10, 'klm')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
