import { describe, expect, it } from 'vitest';
import { parseRelease } from '../../src/linux/release.ts';
import { bitLength } from '../../src/preflight/needs.ts';

describe('needed PASID bits', () => {
  it.each([
    [1, 1],
    [2, 2],
    [255, 8],
    [256, 9],
    [0xf_ffff, 20],
  ])('PASID %i takes %i', (pasid, bits) => {
    expect(bitLength(pasid)).toBe(bits);
  });
});

describe('a kernel release', () => {
  it.each([
    ['7.3.4', [7, 3]],
    ['6.12.48+deb13-amd64', [6, 12]],
    ['6.15-rc1', [6, 15]],
    ['', null],
    ['6', null],
    ['six.two', null],
    ['99999.1', null],
  ])('%j is %j', (text, release) => {
    expect(parseRelease(text)).toEqual(release);
  });
});
