/**
 * The guest's invalidation queue, read from memory to complete the trace: QEMU 7.2 writes no trace line for PASID-cache and
 * PASID-IOTLB descriptors. While the guest runs they are still in its queue, between others that are traced.
 *
 * Source: VT-d r5 §6.5.2, §11.4.9; hw/i386/intel_iommu.c vtd_process_inv_desc (7.2).
 */

import { PAGE_BYTES, pageAddress } from '../model/page.ts';
import { IQA, IQT } from '../vtd/registers.ts';
import type { GuestMemory } from './guest-memory.ts';
import type { DescriptorOperation } from './operation.ts';

export interface TraceQueue {
  /** IQA was written: the queue starts at its first descriptor. */
  setAddress(value: bigint): void;
  /** IQT was written: the unit will now process the descriptors up to it. */
  setTail(value: bigint): void;
  /** A descriptor was traced → those before it that are in the queue and not in the trace, and it. */
  taken(lo: bigint, hi: bigint): readonly DescriptorOperation[];
}

/** PASID cache and PASID-IOTLB: bits 11:9 and 3:0. */
const UNTRACED: ReadonlySet<bigint> = new Set([6n, 7n]);
const TYPE = 0xe0fn;

/** @param memory  guest memory as it is now; `null` when it is from a later time than the trace */
export function createTraceQueue(memory: GuestMemory | null): TraceQueue {
  let ring = ringAt(0n);
  let tail = 0;
  let waiting: readonly DescriptorOperation[] = [];
  return {
    setAddress(value) {
      ring = ringAt(value);
      tail = 0;
      waiting = [];
    },
    setTail(value) {
      const end = Number(IQT.get([value], 'QT')) * 16;
      waiting = memory === null || end >= ring.sizeBytes ? [] : readRing(memory, ring, { first: tail, end });
      tail = end;
    },
    taken(lo, hi) {
      const at = waiting.findIndex((one) => one.lo === lo && one.hi === hi);
      const before = waiting.slice(0, Math.max(at, 0)).filter((one) => UNTRACED.has(one.lo & TYPE));
      if (at >= 0) waiting = waiting.slice(at + 1);
      return [...before, { op: 'descriptor', lo, hi }];
    },
  };
}

interface Ring {
  readonly address: bigint;
  readonly sizeBytes: number;
  readonly entryBytes: 16 | 32;
}

function ringAt(value: bigint): Ring {
  return {
    address: pageAddress(IQA.get([value], 'IQA')),
    sizeBytes: PAGE_BYTES * 2 ** Number(IQA.get([value], 'QS')),
    entryBytes: IQA.has([value], 'DW') ? 32 : 16,
  };
}

interface Span {
  readonly first: number;
  readonly end: number;
}

/** Descriptors from one byte offset to another, which may wrap around; those that cannot be read are left out. */
function readRing(memory: GuestMemory, ring: Ring, { first, end }: Span): readonly DescriptorOperation[] {
  if (first <= end) return readSpan(memory, ring, { first, end });
  return [...readSpan(memory, ring, { first, end: ring.sizeBytes }), ...readSpan(memory, ring, { first: 0, end })];
}

function readSpan(memory: GuestMemory, ring: Ring, { first, end }: Span): readonly DescriptorOperation[] {
  const copy = new Uint8Array(end - first);
  if (memory.read(ring.address + BigInt(first), copy) !== 'ok') return [];
  const view = new DataView(copy.buffer);
  const count = Math.floor(copy.length / ring.entryBytes);
  return Array.from({ length: count }, (_, index) => {
    const at = index * ring.entryBytes;
    return { op: 'descriptor', lo: view.getBigUint64(at, true), hi: view.getBigUint64(at + 8, true) };
  });
}
