import { describe, expect, it } from 'vitest';
import { parseHeldDevice } from '../../src/host/holders.ts';
import { parseMounts, parseSwaps } from '../../src/host/mounts.ts';
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

describe('mountinfo', () => {
  it('gives device, mount point and source, blanks restored', () => {
    expect(parseMounts('36 35 98:0 / /mnt\\040a rw,noatime master:1 shared:2 - ext3 /dev/root\\134x rw')).toEqual([
      { device: '98:0', mountPoint: '/mnt a', source: '/dev/root\\x' },
    ]);
  });

  it('leaves out lines in another form', () => {
    expect(parseMounts('garbage\n\n1 2 3 - \n')).toEqual([]);
  });
});

describe('swaps', () => {
  it('are the partitions, not the files', () => {
    expect(parseSwaps('Filename Type Size\n/dev/dm-1 partition 1 0 -2\n/swapfile file 1 0 -3\n')).toEqual(['dm-1']);
  });
});

describe('fdinfo', () => {
  it('of a vfio device names it', () => {
    expect(parseHeldDevice('pos:\t0\nvfio-device-syspath: /sys/devices/pci0000:00/0000:00:02.0\n')).toBe(
      '0000:00:02.0',
    );
  });

  it('of anything else, or of no PCI device, names nothing', () => {
    expect(parseHeldDevice('pos:\t0\n')).toBeNull();
    expect(parseHeldDevice('vfio-device-syspath: /sys/devices/platform/x\n')).toBeNull();
  });
});
