/**
 * Which guest-physical addresses are memory, and their offsets in the file of that memory.
 *
 * Source: QEMU hw/i386/pc_q35.c pc_q35_init (11.1), verified by reading known bytes around its boundaries.
 */

/** Guest-physical addresses that are memory, from the first on. */
export interface MemoryRange {
  readonly guestAddress: bigint;
  readonly bytes: bigint;
}

/** Guest memory that is contiguous in guest-physical addresses and in the file. */
export interface RamRegion extends MemoryRange {
  readonly fileOffset: bigint;
}

const FOUR_GIB = 1n << 32n;
/** Guests with this much memory or more have only 2 GiB of it below 4 GiB. */
const LARGE = 0xb000_0000n;
/** The legacy VGA window, which covers memory. The BIOS window above it may be shadow memory. */
const VGA = { first: 0xa_0000n, end: 0xc_0000n };

/**
 * Memory of a q35 machine, in file order.
 *
 * @param maxBelow4g  the machine's max-ram-below-4g; `null` where it is not given
 */
export function q35Regions(totalBytes: bigint, maxBelow4g: bigint | null = null): readonly RamRegion[] {
  const usual = totalBytes >= LARGE ? 0x8000_0000n : LARGE;
  const limit = smaller(usual, maxBelow4g ?? FOUR_GIB);
  const low = smaller(totalBytes, limit);
  return [
    region(0n, smaller(low, VGA.first), 0n),
    region(VGA.end, low - VGA.end, VGA.end),
    region(FOUR_GIB, totalBytes - low, low),
  ].filter(({ bytes }) => bytes > 0n);
}

function region(guestAddress: bigint, bytes: bigint, fileOffset: bigint): RamRegion {
  return { guestAddress, bytes, fileOffset };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** By address, and those that touch as one. */
export function joinedRanges(ranges: readonly MemoryRange[]): readonly MemoryRange[] {
  const joined: MemoryRange[] = [];
  for (const { guestAddress, bytes } of byAddress(ranges)) {
    const last = joined.at(-1);
    if (last === undefined || last.guestAddress + last.bytes < guestAddress) joined.push({ guestAddress, bytes });
    else joined[joined.length - 1] = { guestAddress: last.guestAddress, bytes: last.bytes + bytes };
  }
  return joined;
}

/** The first range that has an address of a range before it; `null` when there is none. */
export function findOverlap<T extends MemoryRange>(ranges: readonly T[]): T | null {
  const ordered = byAddress(ranges);
  const found = ordered.find((range, index) => {
    const before = ordered[index - 1];
    return before !== undefined && before.guestAddress + before.bytes > range.guestAddress;
  });
  return found ?? null;
}

function byAddress<T extends MemoryRange>(ranges: readonly T[]): readonly T[] {
  return [...ranges].sort((a, b) => Number(a.guestAddress > b.guestAddress) - Number(a.guestAddress < b.guestAddress));
}

/** The region with this address; `null` in a hole. */
export function regionAt(regions: readonly RamRegion[], address: bigint): RamRegion | null {
  return regions.find((one) => address >= one.guestAddress && address < one.guestAddress + one.bytes) ?? null;
}
