import { describe, expect, test } from 'vitest';
import { createScriptMemory } from '../../src/guest/script-memory.ts';
import { type ReadTraceLine, traceReader } from '../../src/guest/trace-operations.ts';

const PASID_CACHE = 0x5_0001_0017n;
const WAIT = { lo: 0x2_0000_0025n, hi: 0x14b004n };

function read(reader: ReadTraceLine, lines: readonly string[]) {
  return lines.flatMap((line) => reader(line));
}

function write(offset: number, value: bigint, bytes = 8): string {
  return `vtd_reg_write addr 0x${offset.toString(16)} size 0x${bytes} value 0x${value.toString(16)}`;
}

function taken({ lo, hi }: typeof WAIT): string {
  return `vtd_inv_desc invalidate desc type wait high 0x${hi.toString(16)} low 0x${lo.toString(16)}`;
}

describe('register writes', () => {
  test('RTADDR counts when SRTP latches it, and GSTS follows GCMD', () => {
    const lines = [write(0x20, 0x69_2400n), write(0x18, 0x4600_0000n, 4), write(0x18, 0x8600_0000n, 4)];
    expect(read(traceReader(null), lines)).toEqual([
      { op: 'register', name: 'RTADDR', value: 0x69_2400n },
      { op: 'register', name: 'GSTS', value: 0x4600_0000n },
      { op: 'register', name: 'GSTS', value: 0xc600_0000n },
    ]);
  });

  test('a 64-bit register can be written in halves', () => {
    const lines = [write(0x24, 1n, 4), write(0x20, 0x2400n, 4), write(0x18, 0x4000_0000n, 4)];
    expect(read(traceReader(null), lines)[0]).toEqual({ op: 'register', name: 'RTADDR', value: 0x1_0000_2400n });
  });

  test('CCMD counts with its high half', () => {
    expect(read(traceReader(null), [write(0x28, 0x1234n, 4), write(0x2c, 0xa000_0000n, 4)])).toEqual([
      { op: 'register', name: 'CCMD', value: 0xa000_0000_0000_1234n },
    ]);
  });

  test('interrupts and queue tails tell nothing of tables', () => {
    expect(read(traceReader(null), [write(0x3c, 0x20n, 4), write(0x88, 0x40n, 4), write(0x230, 1n)])).toEqual([]);
  });
});

describe('descriptors that QEMU takes without a line', () => {
  const QUEUE = 0x1_0000n;
  /** 256-bit descriptors in two pages. */
  const IQA = QUEUE | 0x801n;

  function queue(place: number, descriptors: readonly { readonly lo: bigint; readonly hi: bigint }[]) {
    const memory = createScriptMemory(null);
    descriptors.forEach(({ lo, hi }, index) => {
      const at = BigInt((place + index * 32) % 0x2000);
      memory.write(QUEUE + at, new Uint8Array(BigUint64Array.of(lo, hi, 0n, 0n).buffer));
    });
    return memory;
  }
  const missed = { op: 'descriptor', lo: PASID_CACHE, hi: 0n };

  test('are read from the queue of a running guest, before the next that is traced', () => {
    const memory = queue(0, [{ lo: PASID_CACHE, hi: 0n }, WAIT]);
    const lines = [write(0x90, IQA), write(0x88, 0x40n, 4), taken(WAIT)];
    expect(read(traceReader(memory), lines).slice(1)).toEqual([missed, { op: 'descriptor', ...WAIT }]);
    expect(read(traceReader(null), lines).slice(1)).toEqual([{ op: 'descriptor', ...WAIT }]);
  });

  test('are found across the end of the ring', () => {
    const memory = queue(0x1fe0, [{ lo: PASID_CACHE, hi: 0n }, WAIT]);
    const lines = [write(0x90, IQA), write(0x88, 0x1fe0n, 4), write(0x88, 0x20n, 4), taken(WAIT)];
    expect(read(traceReader(memory), lines).slice(1)).toEqual([missed, { op: 'descriptor', ...WAIT }]);
  });

  test('are not made up where the queue has other descriptors by now', () => {
    const memory = queue(0, [
      { lo: PASID_CACHE, hi: 0n },
      { lo: 0x25n, hi: 4n },
    ]);
    const lines = [write(0x90, IQA), write(0x88, 0x40n, 4), taken(WAIT)];
    expect(read(traceReader(memory), lines).slice(1)).toEqual([{ op: 'descriptor', ...WAIT }]);
  });

  test('are not sent twice by a QEMU that traces them', () => {
    const memory = queue(0, [{ lo: PASID_CACHE, hi: 0n }, WAIT]);
    const lines = [write(0x90, IQA), write(0x88, 0x40n, 4), taken({ lo: PASID_CACHE, hi: 0n }), taken(WAIT)];
    expect(read(traceReader(memory), lines).slice(1)).toEqual([missed, { op: 'descriptor', ...WAIT }]);
  });

  test('a tail behind the queue is not followed', () => {
    const memory = queue(0, []);
    expect(read(traceReader(memory), [write(0x90, QUEUE), write(0x88, 0x7_fff0n, 4), taken(WAIT)]).at(-1)).toEqual({
      op: 'descriptor',
      ...WAIT,
    });
  });
});
