import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRamFile, type RamFile } from '../../src/guest/ram-file.ts';
import type { RamRegion } from '../../src/guest/ram-map.ts';
import { openLibc } from '../../src/kernel/libc.ts';
import { mapSealed } from '../../src/kernel/sealed-map.ts';
import { readMemory } from '../support/read-memory.ts';
import { sealedMemory } from '../support/sealed-memory.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

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
      expect(readMemory(memory, 0x8010n, 16)).toEqual(content.slice(0x1010, 0x1020));
      expect(readMemory(memory, 0xff0n, 32)).toEqual(
        Uint8Array.from([...content.slice(0xff0, 0x1000), ...content.slice(0x2000, 0x2010)]),
      );
    });
  });

  it('has holes outside its regions, also where a read only ends there', () => {
    opened((memory) => {
      expect(readMemory(memory, 0x2000n, 8)).toBe('hole');
      expect(readMemory(memory, 0x1ffcn, 8)).toBe('hole');
      expect(readMemory(memory, (1n << 64n) - 8n, 8)).toBe('hole');
    });
  });

  it('is dead, not zero, where it was cut short or closed', () => {
    opened((memory, file) => {
      truncateSync(file, 0x2800);
      expect(readMemory(memory, 0x1000n, 0x1000)).toBe('dead');
      expect(readMemory(memory, 0x8000n, 0x1000)).not.toBe('dead');
      memory.close();
      expect(readMemory(memory, 0x8000n, 8)).toBe('dead');
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
      expect(readMemory(memory, 0x1_0000_0000n, 0x2000)).toEqual(Uint8Array.from(guest.subarray(0x2000)));
      expect(readMemory(memory, 0x1ff8n, 16)).toBe('hole');
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
      expect(readMemory(memory, 0n, 8)).toBe('dead');
    });
  });
});
