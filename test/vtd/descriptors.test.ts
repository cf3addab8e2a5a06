import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BitTable } from '../../src/vtd/bit-field.ts';
import { type DescriptorRules, decodeDescriptor } from '../../src/vtd/decode-descriptor.ts';
import type { Descriptor, PasidIotlbDescriptor } from '../../src/vtd/descriptor.ts';
import { reservedMask } from '../../src/vtd/descriptor-rules.ts';
import { DESCRIPTOR_TABLES, DESCRIPTOR_TYPE, type DescriptorKind } from '../../src/vtd/descriptor-tables.ts';
import { descriptorWords } from '../../src/vtd/descriptor-words.ts';
import { encodeDescriptor } from '../../src/vtd/encode-descriptor.ts';
import { type PageRange, WHOLE_MASK, WHOLE_RANGE, writeRange } from '../../src/vtd/invalidation-range.ts';

const word = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
// Object.keys widens the names of the rows to string.
const KINDS = Object.keys(DESCRIPTOR_TYPE) as DescriptorKind[];
const GENEROUS: DescriptorRules = { physicalSources: true, maxAddressMask: 63 };

const reason = (decoded: Descriptor): string => (decoded.kind === 'invalid' ? decoded.reason : 'valid');

describe('the worked values of the reference', () => {
  it.each([
    [0x37n, 0n, { kind: 'pasid-cache', granularity: 'global', domain: 0, pasid: 0 }],
    [0x10007n, 0n, { kind: 'pasid-cache', granularity: 'domain', domain: 1, pasid: 0 }],
    [0x0000_0005_001a_0017n, 0n, { kind: 'pasid-cache', granularity: 'pasid', domain: 0x1a, pasid: 5 }],
    [
      0x0000_0005_001a_0026n,
      0n,
      {
        kind: 'pasid-iotlb',
        granularity: 'pasid',
        domain: 0x1a,
        pasid: 5,
        addressMask: 0,
        leaf: false,
        address: 0n,
      },
    ],
    [
      0x0000_0005_001a_0036n,
      0x0000_7f00_0020_0049n,
      {
        kind: 'pasid-iotlb',
        granularity: 'page',
        domain: 0x1a,
        pasid: 5,
        addressMask: 9,
        leaf: true,
        address: 0x7f00_0020_0000n,
      },
    ],
  ] as const)('%# decodes and encodes', (lo, hi, descriptor) => {
    expect(decodeDescriptor(lo, hi)).toEqual(descriptor);
    expect(encodeDescriptor(descriptor)).toEqual({ lo, hi });
  });

  it('are bits as a real guest queued them', () => {
    expect(decodeDescriptor(0x2_0000_0025n, 0x14b004n)).toMatchObject({
      kind: 'wait',
      writesStatus: true,
      statusData: 2,
      statusAddress: 0x14b004n,
    });
    expect(decodeDescriptor(0x4n, 0n)).toMatchObject({ kind: 'interrupt-cache', granularity: 'global' });
    expect(decodeDescriptor(0x1_0000_0014n, 0n)).toMatchObject({ granularity: 'index', index: 1 });
  });
});

describe('reserved bits are those that QEMU refuses', () => {
  it.each([
    ['pasid-cache', 0xfff0_0000_0000_f1c0n, 0xffff_ffff_ffff_ffffn],
    ['pasid-iotlb', 0xfff0_0000_0000_f1c0n, 0xf80n],
    ['context-cache', 0xfffc_0000_0000_f1c0n, 0xffff_ffff_ffff_ffffn],
    ['iotlb', 0xffff_ffff_0000_f100n, 0xf80n],
    ['device-tlb', 0xffff_0000_ffe0_f1f0n, 0xffen],
    ['pasid-device-tlb', 0xfff0_0000_0000_f000n, 0x7fen],
    ['page-group-response', 0xfff0_0000_0000_01e0n, 0xffff_ffff_ffff_f003n],
  ] as const)('in a %s descriptor', (kind, lo, hi) => {
    expect(reservedMask(kind)).toEqual({ lo, hi });
  });

  it('in a wait descriptor, whose drain bit needs ECAP.PDS', () => {
    expect(reservedMask('wait', { drainsPageRequests: false })).toEqual({ lo: 0xffff_f180n, hi: 3n });
    expect(reservedMask('wait')).toEqual({ lo: 0xffff_f100n, hi: 3n });
  });

  it.each(KINDS)('each of them makes a %s descriptor invalid', (kind) => {
    const { lo, hi } = reservedMask(kind);
    for (let bit = 0n; bit < 64n; bit += 1n) {
      const one = 1n << bit;
      if ((lo & one) !== 0n) expect(reason(decodeDescriptor(lowest(kind) | one, 0n))).toBe('reserved-bits');
      if ((hi & one) !== 0n) expect(reason(decodeDescriptor(lowest(kind), one))).toBe('reserved-bits');
    }
  });
});

/** The kind's type with its lowest valid granularity. */
function lowest(kind: DescriptorKind): bigint {
  const type = BigInt(DESCRIPTOR_TYPE[kind]);
  return [0x00n, 0x10n, 0x20n].map((g) => g | type).find((lo) => decodeDescriptor(lo, 0n).kind !== 'invalid') as bigint;
}

describe('a descriptor is invalid', () => {
  it.each([
    ['of type 0', 0x0n, 'unknown-type'],
    ['of a type above 9', 0xan, 'unknown-type'],
    ['with upper type bits', 0x207n, 'unknown-type'],
    ['of PASID-cache granularity 2', 0x27n, 'granularity'],
    ['of PASID-IOTLB granularity 0', 0x06n, 'granularity'],
    ['of PASID-IOTLB granularity 1', 0x16n, 'granularity'],
    ['of context-cache granularity 0', 0x01n, 'granularity'],
    ['of IOTLB granularity 0', 0x02n, 'granularity'],
    ['with a reserved bit', 0x57n, 'reserved-bits'],
  ])('%s', (_, lo, expected) => {
    expect(reason(decodeDescriptor(lo, 0n))).toBe(expected);
  });

  it('that masks more than the unit can', () => {
    for (const lo of [0x32n, 0x36n]) {
      expect(reason(decodeDescriptor(lo, 18n))).toBe('valid');
      expect(reason(decodeDescriptor(lo, 19n))).toBe('address-mask');
      expect(reason(decodeDescriptor(lo, 19n, { maxAddressMask: 20 }))).toBe('valid');
    }
  });

  it('about PASIDs in a queue of 128 bits', () => {
    for (const lo of [0x37n, 0x26n, 0x08n]) {
      expect(reason(decodeDescriptor(lo, 0n, { wideQueue: false }))).toBe('needs-256-bit-queue');
    }
    expect(reason(decodeDescriptor(0x25n, 0n, { wideQueue: false }))).toBe('valid');
  });

  it('and keeps its bits', () => {
    expect(decodeDescriptor(0xfn, 7n)).toEqual({ kind: 'invalid', reason: 'unknown-type', type: 15, lo: 0xfn, hi: 7n });
  });
});

describe('round trips', () => {
  it('every valid descriptor encodes to the bits it came from', () => {
    const anyKind = fc.constantFrom(...KINDS);
    let valid = 0;
    fc.assert(
      fc.property(anyKind, word, word, (kind, lo, hi) => {
        const table: BitTable<string> = DESCRIPTOR_TABLES[kind];
        const bits = {
          lo: (lo & ~table.reserved(0) & ~0xe0fn) | BigInt(DESCRIPTOR_TYPE[kind]),
          hi: hi & ~table.reserved(1),
        };
        const decoded = decodeDescriptor(bits.lo, bits.hi, GENEROUS);
        if (decoded.kind === 'invalid') return;
        valid += 1;
        expect(encodeDescriptor(decoded)).toEqual(bits);
      }),
      { numRuns: 2000 },
    );
    expect(valid).toBeGreaterThan(1000);
  });

  it('no bits whatever make decoding throw', () => {
    fc.assert(
      fc.property(word, word, (lo, hi) => {
        const decoded = decodeDescriptor(lo, hi);
        expect(['invalid', ...KINDS]).toContain(decoded.kind);
      }),
    );
  });
});

describe('the range of an invalidation', () => {
  const page = { kind: 'pasid-iotlb', granularity: 'page', domain: 1, pasid: 5 } as const;

  const rangeOf = (descriptor: PasidIotlbDescriptor): PageRange => {
    const { lo, hi } = encodeDescriptor(descriptor);
    const range = { page: 7, mask: 7, leaf: true };
    writeRange(range, descriptorWords(lo, hi));
    return range;
  };

  it('is 2^AM pages, aligned as hardware takes them', () => {
    expect(rangeOf({ ...page, addressMask: 9, leaf: true, address: 0x7f00_0020_0000n })).toEqual({
      page: 0x7f000_0200,
      mask: 9,
      leaf: true,
    });
    expect(rangeOf({ ...page, addressMask: 1, leaf: false, address: 0x3000n }).page).toBe(2);
    const last = 0xffff_ffff_ffff_f000n;
    expect(rangeOf({ ...page, addressMask: 0, leaf: false, address: last }).page).toBe(2 ** 52 - 1);
    expect(rangeOf({ ...page, addressMask: 51, leaf: false, address: last })).toMatchObject({
      page: 2 ** 51,
      mask: 51,
    });
  });

  it('is everything unless pages are selected', () => {
    expect(rangeOf({ ...page, granularity: 'pasid', addressMask: 3, leaf: true, address: 0x1000n })).toEqual({
      page: 0,
      mask: WHOLE_MASK,
      leaf: false,
    });
  });

  it.each([52, 63])('is everything when 2^%i pages are', (addressMask) => {
    expect(rangeOf({ ...page, addressMask, leaf: true, address: 0x1000n })).toEqual(WHOLE_RANGE);
  });
});
