import { describe, expect, it } from 'vitest';
import { parseCount, parseDecimal, parseHex, parseHexNumber, parseName } from '../../src/host/text.ts';

describe('numbers of /sys', () => {
  it.each([
    ['0x8086', 0x8086n],
    ['d9ed008c40780466', 0xd9ed008c40780466n],
    [' FF\n', 0xffn],
    ['', null],
    ['0x', null],
    ['12345678901234567', null],
    ['8086 garbage', null],
    [null, null],
  ])('hexadecimal %s is %s', (text, value) => {
    expect(parseHex(text)).toBe(value);
  });

  it('of 32 bits do not take more', () => {
    expect(parseHexNumber('0xffffffff')).toBe(0xffff_ffff);
    expect(parseHexNumber('0x100000000')).toBeNull();
  });

  it.each([
    ['12', 12],
    ['-1', -1],
    ['9007199254740993', null],
    ['1e3', null],
    ['', null],
  ])('decimal %s is %s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it('below zero are the kernel’s way to say none', () => {
    expect(parseCount('-1')).toBeNull();
    expect(parseCount('0')).toBe(0);
  });

  it('and names may be unset', () => {
    expect(parseName('(null)')).toBeNull();
    expect(parseName('')).toBeNull();
    expect(parseName('vfio-pci')).toBe('vfio-pci');
  });
});
