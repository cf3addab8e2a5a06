import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScriptMemory } from '../../src/guest/script-memory.ts';
import { readMemory } from '../support/read-memory.ts';

describe('memory of a script', () => {
  it('reads as zero where nothing was written, and ends where it ends', () => {
    const memory = createScriptMemory([{ guestAddress: 0n, bytes: 0x2000n }]);
    expect(readMemory(memory, 0x1ff8n, 8)).toEqual(new Uint8Array(8));
    expect(readMemory(memory, 0x1ff9n, 8)).toBe('hole');
    expect(readMemory(createScriptMemory(null), 1n << 60n, 8)).toEqual(new Uint8Array(8));
  });

  it('has holes between its ranges, and none where two touch', () => {
    const memory = createScriptMemory([
      { guestAddress: 0x1_0000_0000n, bytes: 0x1000n },
      { guestAddress: 0x2000n, bytes: 0x1000n },
      { guestAddress: 0x1000n, bytes: 0x1000n },
    ]);
    memory.write(0x1ffcn, new Uint8Array(8).fill(7));
    expect(readMemory(memory, 0x1ffcn, 8)).toEqual(new Uint8Array(8).fill(7));
    memory.write(0x2ffcn, new Uint8Array(8).fill(9));
    expect(readMemory(memory, 0x2ff8n, 8)).toEqual(Uint8Array.from([0, 0, 0, 0, 9, 9, 9, 9]));
    expect(readMemory(memory, 0x2ffcn, 8)).toBe('hole');
    expect(readMemory(memory, 0xff8n, 16)).toBe('hole');
    expect(readMemory(memory, 0x1_0000_0ff8n, 8)).toEqual(new Uint8Array(8));
  });

  it('holds what was last written, across pages', () => {
    const write = fc.tuple(fc.nat(0x4000), fc.uint8Array({ maxLength: 0x2100 }));
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), (writes) => {
        const memory = createScriptMemory([{ guestAddress: 0n, bytes: 0x5000n }]);
        const plain = new Uint8Array(0x8000);
        for (const [at, bytes] of writes) {
          memory.write(BigInt(at), bytes);
          plain.set(bytes, at);
        }
        expect(Buffer.compare(Buffer.from(readMemory(memory, 0n, 0x5000)), plain.subarray(0, 0x5000))).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});
