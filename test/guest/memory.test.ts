import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappedBytes } from '../../src/guest/file-bytes.ts';
import type { GuestMemory } from '../../src/guest/guest-memory.ts';
import { openRamFile, type RamFile } from '../../src/guest/ram-file.ts';
import { q35Regions, type RamRegion } from '../../src/guest/ram-map.ts';
import { createScriptMemory } from '../../src/guest/script-memory.ts';
import { openLibc } from '../../src/kernel/libc.ts';
import { mapSealed } from '../../src/kernel/sealed-map.ts';
import { sealedMemory } from '../support/sealed-memory.ts';

const MIB = 1n << 20n;
const GIB = 1n << 30n;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(memory: GuestMemory, address: bigint, length: number): Uint8Array | string {
  const into = new Uint8Array(length);
  const status = memory.read(address, into);
  return status === 'ok' ? into : status;
}

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

describe('a RAM file', () => {
  const regions: readonly RamRegion[] = [
    { guestAddress: 0n, bytes: 0x1000n, fileOffset: 0n },
    { guestAddress: 0x1000n, bytes: 0x1000n, fileOffset: 0x2000n },
    { guestAddress: 0x8000n, bytes: 0x1000n, fileOffset: 0x1000n },
  ];
  const content = Uint8Array.from({ length: 0x3000 }, (_, at) => (at * 7 + (at >> 8)) & 0xff);

  const opened = <T>(use: (memory: ReturnType<typeof openRamFile>, file: string) => T): T => {
    const file = join(folder, 'ram');
    writeFileSync(file, content);
    const memory = openRamFile(file, () => regions);
    try {
      return use(memory, file);
    } finally {
      memory.close();
    }
  };

  it('reads each address from its place, also across regions', () => {
    opened((memory) => {
      expect(read(memory, 0x8010n, 16)).toEqual(content.slice(0x1010, 0x1020));
      expect(read(memory, 0xff0n, 32)).toEqual(
        Uint8Array.from([...content.slice(0xff0, 0x1000), ...content.slice(0x2000, 0x2010)]),
      );
    });
  });

  it('has holes outside its regions, also where a read only ends there', () => {
    opened((memory) => {
      expect(read(memory, 0x2000n, 8)).toBe('hole');
      expect(read(memory, 0x1ffcn, 8)).toBe('hole');
      expect(read(memory, (1n << 64n) - 8n, 8)).toBe('hole');
    });
  });

  it('is dead, not zero, where it was cut short or closed', () => {
    opened((memory, file) => {
      truncateSync(file, 0x2800);
      expect(read(memory, 0x1000n, 0x1000)).toBe('dead');
      expect(read(memory, 0x8000n, 0x1000)).not.toBe('dead');
      memory.close();
      expect(read(memory, 0x8000n, 8)).toBe('dead');
    });
  });

  it('is no pipe, folder or device', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, folder, '/dev/zero', join(folder, 'none')]) {
      expect(() => openRamFile(path, () => regions)).toThrow();
    }
  });
});

const holdsPages = (memory: RamFile, page: number, expected: Uint8Array): boolean | undefined => {
  // Not at the start of its buffer, as entries are not.
  const bytes = Buffer.concat([Buffer.alloc(64), expected]);
  return memory.holds?.(page, { bytes, from: 64, end: bytes.length });
};

describe('a memfd', () => {
  const regions: readonly RamRegion[] = [
    { guestAddress: 0n, bytes: 0x2000n, fileOffset: 0n },
    { guestAddress: 0x1_0000_0000n, bytes: 0x2000n, fileOffset: 0x2000n },
  ];
  const map = (fd: number, sizeBytes: number) => mapSealed(openLibc(), fd, sizeBytes);
  const opened = <T>(sealed: boolean, use: (memory: RamFile, guest: Buffer) => T): T => {
    const { path, bytes, close } = sealedMemory(0x4000, sealed);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 7 + (at >> 8)) & 0xff;
    const memory = openRamFile(path, () => regions, map);
    try {
      return use(memory, bytes);
    } finally {
      memory.close();
      close();
    }
  };

  it.each([true, false])('is read in place where it is sealed against shrinking, and only there: %s', (sealed) => {
    opened(sealed, (memory) => expect(memory.isMapped).toBe(sealed));
  });

  it.each([true, false])('shows what the guest writes, and has its holes; sealed: %s', (sealed) => {
    opened(sealed, (memory, guest) => {
      guest[0x2010] = 0x55;
      expect(read(memory, 0x1_0000_0000n, 0x2000)).toEqual(Uint8Array.from(guest.subarray(0x2000)));
      expect(read(memory, 0x1ff8n, 16)).toBe('hole');
    });
  });

  it.each([true, false])('tells pages that are as they were from changed ones; sealed: %s', (sealed) => {
    opened(sealed, (memory, guest) => {
      const known = Uint8Array.from(guest.subarray(0x2000, 0x4000));
      expect(holdsPages(memory, 0x10_0000, known)).toBe(true);
      guest[0x3fff] = 0x55;
      expect(holdsPages(memory, 0x10_0000, known)).toBe(false);
      expect(holdsPages(memory, 0x10_0000, known.subarray(0, 0x1000))).toBe(true);
    });
  });

  it('is not mapped where its layout is refused, since nobody would unmap it', () => {
    const { path, close } = sealedMemory(0x4000);
    const mapped: number[] = [];
    const refuse = (): readonly RamRegion[] => {
      throw new Error('no such region');
    };
    const note = (fd: number): null => {
      mapped.push(fd);
      return null;
    };
    expect(() => openRamFile(path, refuse, note)).toThrow('no such region');
    expect(mapped).toEqual([]);
    close();
  });

  it('says nothing of holes, of what runs into one, and after it was closed', () => {
    opened(true, (memory, guest) => {
      const known = Uint8Array.from(guest.subarray(0x1000, 0x3000));
      expect(holdsPages(memory, 1, known)).toBe(false);
      expect(holdsPages(memory, 2, known.subarray(0, 0x1000))).toBe(false);
      memory.close();
      expect(holdsPages(memory, 1, known.subarray(0, 0x1000))).toBe(false);
      expect(read(memory, 0n, 8)).toBe('dead');
    });
  });
});

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

describe('memory of a script', () => {
  it('reads as zero where nothing was written, and ends where it ends', () => {
    const memory = createScriptMemory(0x2000n);
    expect(read(memory, 0x1ff8n, 8)).toEqual(new Uint8Array(8));
    expect(read(memory, 0x1ff9n, 8)).toBe('hole');
    expect(read(createScriptMemory(null), 1n << 60n, 8)).toEqual(new Uint8Array(8));
  });

  it('holds what was last written, across pages', () => {
    const write = fc.tuple(fc.nat(0x4000), fc.uint8Array({ maxLength: 0x2100 }));
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), (writes) => {
        const memory = createScriptMemory(0x5000n);
        const plain = new Uint8Array(0x8000);
        for (const [at, bytes] of writes) {
          memory.write(BigInt(at), bytes);
          plain.set(bytes, at);
        }
        expect(Buffer.compare(Buffer.from(read(memory, 0n, 0x5000)), plain.subarray(0, 0x5000))).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});
