import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCapabilities, readExpress, readPortType } from '../../src/host/config-space.ts';
import { sparseBytes } from '../support/text-tree.ts';

const NONE = { pasid: null, ats: null, pri: null };

describe('capabilities in configuration space', () => {
  it('are unknown when only the header, or nothing, could be read', () => {
    expect(readCapabilities(null)).toBe('unknown');
    expect(readCapabilities(sparseBytes('64 0=8680'))).toBe('unknown');
    expect(readCapabilities(sparseBytes('0'))).toBe('unknown');
  });

  it('are unknown when the device answers all ones', () => {
    expect(readCapabilities(Buffer.alloc(4096, 0xff))).toBe('unknown');
    expect(readCapabilities(Buffer.alloc(256, 0xff))).toBe('unknown');
  });

  it('of a VF are readable though its ids are all ones', () => {
    expect(readCapabilities(sparseBytes('4096 0=ffffffff 100=0f000100 104=0500'))).toEqual({
      ...NONE,
      ats: { queueDepth: 5, enabled: false },
    });
  });

  it('of a conventional function are none', () => {
    expect(readCapabilities(sparseBytes('256 0=8680'))).toEqual(NONE);
  });

  it('are found along a chain of others', () => {
    const config = sparseBytes('4096 0=8680 100=01000120 200=0b000130 300=1b000100 304=0410');
    expect(readCapabilities(config)).toEqual({
      ...NONE,
      pasid: { widthBits: 16, exec: false, privileged: true, enabled: false },
    });
  });

  it.each([
    ['loops', '4096 0=8680 100=01000110'],
    ['points into the header', '4096 0=8680 100=01000104'],
    ['runs off the end', '4096 0=8680 100=0100f1ff ffc=1b000000'],
    ['is cut short', '262 0=8680 100=1b000100'],
  ])('are none when the chain %s', (_, config) => {
    expect(readCapabilities(sparseBytes(config))).toEqual(NONE);
  });

  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        readCapabilities(bytes);
        readPortType(bytes);
        readExpress(bytes);
      }),
    );
  });
});

describe('PASID Enable', () => {
  it('is bit 0 of the control register, whatever the others are', () => {
    const enabled = (control: string): unknown => {
      const found = readCapabilities(sparseBytes(`4096 0=8680 100=1b000100 104=0614 106=${control}`));
      return found === 'unknown' ? found : found.pasid?.enabled;
    };
    expect(enabled('0100')).toBe(true);
    expect(enabled('0700')).toBe(true);
    expect(enabled('0600')).toBe(false);
    expect(enabled('0000')).toBe(false);
  });
});

describe('what PASIDs need of a function', () => {
  /** A function with the Express capability at 0x40, in this form. */
  const express = (flags: string, more = ''): unknown =>
    readExpress(sparseBytes(`4096 6=1000 34=40 40=1000${flags} ${more}`));

  it('is read from the Express capability, the header and ACS', () => {
    expect(express('4201', 'e=81 64=00002000 100=01000114 140=0d000100 144=1f001d00')).toEqual({
      portType: 4,
      multiFunction: true,
      tlpPrefix: true,
      acs: { capable: 0x1f, control: 0x1d },
    });
  });

  it.each([
    ['is clear though other bits are set', '0200', '64=ffffdfff', false],
    ['is not there in version 1 of the capability', '0100', '64=00002000', false],
    ['was not captured, when an endpoint has no bit at all', '0200', '', null],
    ['was not captured, when an integrated endpoint has no bit at all', '9200', '', null],
    ['is clear in a port, which may have no bit at all', '4200', '', false],
    ['is clear in a downstream port, which may have no bit at all', '6200', '', false],
  ] as const)('the bit for TLP prefixes %s', (_, flags, more, tlpPrefix) => {
    expect(express(flags, more)).toMatchObject({ tlpPrefix });
  });

  it('is unknown without the extended space, and where only ones are read', () => {
    expect(readExpress(null)).toBe('unknown');
    expect(readExpress(sparseBytes('64 6=1000 34=40'))).toBe('unknown');
    expect(readExpress(sparseBytes('256 6=1000 34=40 40=10000200'))).toBe('unknown');
    expect(readExpress(Buffer.alloc(4096, 0xff))).toBe('unknown');
  });

  it('is nothing in a conventional function, and in one whose capabilities lead nowhere', () => {
    expect(readExpress(sparseBytes('256 0=8680'))).toBeNull();
    expect(readExpress(sparseBytes('4096 6=1000 34=40 40=01400000'))).toBeNull();
  });

  it('of a capability at the end of its space ends there', () => {
    expect(readExpress(sparseBytes('4096 6=1000 34=f0 f0=10000200'))).toMatchObject({ portType: 0, tlpPrefix: false });
  });
});

describe('the port type', () => {
  it('is that of the Express capability', () => {
    expect(readPortType(sparseBytes('256 6=1000 34=40 40=01500000 50=10007200'))).toBe(7);
  });

  it('is null for a conventional function, and unknown from a header alone', () => {
    expect(readPortType(sparseBytes('256 0=8680'))).toBeNull();
    expect(readPortType(sparseBytes('256 6=1000 34=40 40=01400000'))).toBeNull();
    expect(readPortType(sparseBytes('64 0=8680'))).toBe('unknown');
  });
});
