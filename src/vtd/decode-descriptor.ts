/**
 * Bits of an invalidation descriptor → what it asks for, or why hardware would stop its queue at it.
 *
 * The rules are those of QEMU's unit, which are the specification's but for two: it knows no physical-function ids, and
 * no drain bit unless it shows ECAP.PDS. Source: VT-d r5 §6.5.2; hw/i386/intel_iommu.c vtd_process_inv_desc (11.1).
 */

import type { BitTable } from './bit-field.ts';
import type { Descriptor, InvalidReason, ValidDescriptor } from './descriptor.ts';
import { DESCRIPTOR_TABLES, DESCRIPTOR_TYPE, type DescriptorKind } from './descriptor-tables.ts';
import { READ_DESCRIPTOR } from './read-descriptor.ts';

/** What the unit that takes the descriptor can do. */
export interface DescriptorRules {
  /** IQA.DW: descriptors of 256 bits. PASID descriptors need them. Default true. */
  readonly wideQueue?: boolean;
  /** ECAP.PDS: waits may drain page requests. Default true. */
  readonly drainsPageRequests?: boolean;
  /** Device-TLB descriptors may name a physical function. Default false, as in QEMU. */
  readonly physicalSources?: boolean;
  /** CAP.MAMV: largest address mask. Default 18, as in QEMU. */
  readonly maxAddressMask?: number;
}

// Object.entries widens the names of the rows to string.
const KINDS = new Map(
  (Object.entries(DESCRIPTOR_TYPE) as [DescriptorKind, number][]).map(([kind, type]) => [type, kind]),
);

const NEEDS_WIDE_QUEUE: ReadonlySet<DescriptorKind> = new Set(['pasid-cache', 'pasid-iotlb', 'pasid-device-tlb']);

const PFSID: Partial<Record<DescriptorKind, bigint>> = {
  'device-tlb': 0xfff0_0000_0000_f000n,
  'pasid-device-tlb': 0xfff0_0000_0000_f000n,
};
const PAGE_DRAIN = 0x80n;

/** @param lo @param hi  the descriptor's first two words; the others of a 256-bit one must be 0 */
export function decodeDescriptor(lo: bigint, hi: bigint, rules: DescriptorRules = {}): Descriptor {
  const type = descriptorType(lo);
  const invalid = (reason: InvalidReason): Descriptor => ({ kind: 'invalid', reason, type, lo, hi });
  const kind = KINDS.get(type);
  if (kind === undefined) return invalid('unknown-type');
  if (rules.wideQueue === false && NEEDS_WIDE_QUEUE.has(kind)) return invalid('needs-256-bit-queue');
  const mask = reservedMask(kind, rules);
  if ((lo & mask.lo) !== 0n || (hi & mask.hi) !== 0n) return invalid('reserved-bits');
  const read = READ_DESCRIPTOR[kind]([lo, hi]);
  if (read === null) return invalid('granularity');
  return masksTooMuch(read, rules) ? invalid('address-mask') : read;
}

/** Bits 3:0, with 11:9 above them. */
export function descriptorType(lo: bigint): number {
  return Number((lo & 0xfn) | (((lo >> 9n) & 7n) << 4n));
}

/** Bits of both words that must be 0 in a descriptor of this kind. */
export function reservedMask(
  kind: DescriptorKind,
  { drainsPageRequests = true, physicalSources = false }: DescriptorRules = {},
): { readonly lo: bigint; readonly hi: bigint } {
  const table: BitTable<string> = DESCRIPTOR_TABLES[kind];
  const physical = physicalSources ? 0n : (PFSID[kind] ?? 0n);
  const drain = kind === 'wait' && !drainsPageRequests ? PAGE_DRAIN : 0n;
  return { lo: table.reserved(0) | physical | drain, hi: table.reserved(1) };
}

function masksTooMuch(descriptor: ValidDescriptor, { maxAddressMask = 18 }: DescriptorRules): boolean {
  if (descriptor.kind !== 'iotlb' && descriptor.kind !== 'pasid-iotlb') return false;
  return descriptor.granularity === 'page' && descriptor.addressMask > maxAddressMask;
}
