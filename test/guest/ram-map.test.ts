import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { q35Regions, type RamRegion } from '../../src/guest/ram-map.ts';

const MIB = 1n << 20n;
const GIB = 1n << 30n;

/** File offset of an address; `null` in a hole. */
function offsetOf(regions: readonly RamRegion[], address: bigint): bigint | null {
  const found = regions.find((one) => address >= one.guestAddress && address < one.guestAddress + one.bytes);
  return found === undefined ? null : found.fileOffset + address - found.guestAddress;
}

describe('memory of a q35 machine', () => {
  it.each([
    ['2815 MiB are all low', 2815n * MIB, 0xafef_fff8n, 0xafef_fff8n],
    ['2816 MiB have 2 GiB low', 2816n * MIB, 0x1_0000_0000n, 0x8000_0000n],
    ['2816 MiB have nothing above 2 GiB low', 2816n * MIB, 0xafff_fff8n, null],
    ['4096 MiB end at 6 GiB', 4096n * MIB, 0x1_7fff_fff8n, 0xffff_fff8n],
    ['4096 MiB have nothing behind their end', 4096n * MIB, 0x1_8000_0000n, null],
    ['the VGA window is none', 1024n * MIB, 0xa_0000n, null],
    ['memory goes on behind the VGA window', 1024n * MIB, 0xc_0000n, 0xc_0000n],
  ])('%s', (_, total, address, offset) => {
    expect(offsetOf(q35Regions(total), address)).toBe(offset);
  });

  it('has less low with max-ram-below-4g, never more', () => {
    expect(offsetOf(q35Regions(4n * GIB, GIB), 0x1_0000_0000n)).toBe(GIB);
    expect(offsetOf(q35Regions(4n * GIB, GIB), GIB)).toBeNull();
    expect(offsetOf(q35Regions(4n * GIB, 3n * GIB), 0x1_0000_0000n)).toBe(2n * GIB);
    expect(offsetOf(q35Regions(GIB, 4n * GIB), GIB - 1n)).toBe(GIB - 1n);
  });

  it('is the whole file, each byte once, whatever its size', () => {
    const size = fc.bigInt({ min: 0n, max: 1n << 45n });
    fc.assert(
      fc.property(size, fc.option(size, { nil: null }), (total, limit) => {
        const regions = q35Regions(total, limit);
        const bytes = regions.reduce((sum, one) => sum + one.bytes, 0n);
        expect(total - bytes >= 0n && total - bytes <= 0x2_0000n).toBe(true);
        regions.forEach((one, index) => {
          const next = regions[index + 1];
          if (next === undefined) return;
          expect(next.guestAddress >= one.guestAddress + one.bytes).toBe(true);
          expect(next.fileOffset >= one.fileOffset + one.bytes).toBe(true);
        });
      }),
    );
  });
});
