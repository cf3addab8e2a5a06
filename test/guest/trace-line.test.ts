import { describe, expect, test } from 'vitest';
import { parseTraceLine } from '../../src/guest/trace-line.ts';

describe('a trace line', () => {
  test.each(['', '1234@1763867092.123456:', '2026-11-23T03:04:52.123456Z '])(
    'is known with "%s" before it',
    (before) => {
      const line = `${before}vtd_inv_desc invalidate desc type page group response high 0x3 low 0x12`;
      expect(parseTraceLine(line)).toEqual({ kind: 'descriptor', hi: 3n, lo: 0x12n });
    },
  );

  test.each([
    'vtd_reg_read addr 0x88 size 0x4',
    'vtd_reg_write addr 0x88 size 0x2 value 0x0',
    'vtd_inv_desc invalidate desc type wait high 0x14b004 low 0x',
    'qemu: warning: vtd_reg_write',
    '',
  ])('of another kind tells nothing: %s', (line) => {
    expect(parseTraceLine(line)).toBeNull();
  });

  test('a reset is one', () => {
    expect(parseTraceLine('vtd_reset_exit ')).toEqual({ kind: 'reset' });
  });
});
