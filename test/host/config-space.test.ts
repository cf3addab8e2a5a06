import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCapabilities, readPortType } from '../../src/host/config-space.ts';
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
    expect(readCapabilities(config)).toEqual({ ...NONE, pasid: { widthBits: 16, exec: false, privileged: true } });
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
      }),
    );
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
