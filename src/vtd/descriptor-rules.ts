/**
 * Why hardware would stop its queue at a descriptor. These rules are here only. They make no object, since the vIOMMU checks
 * every descriptor of a guest.
 *
 * They are QEMU's, which differ from the specification in two: physical-function ids are reserved, and so is the drain bit of a
 * wait without ECAP.PDS. Source: VT-d r5 §6.5.2; hw/i386/intel_iommu.c vtd_process_inv_desc (11.1).
 */

import { type BitTable, fieldMask } from './bit-field.ts';
import type { InvalidReason } from './descriptor.ts';
import { DESCRIPTOR_FIELDS, DESCRIPTOR_TYPES, descriptorType } from './descriptor-fields.ts';
import * as T from './descriptor-tables.ts';
import { descriptorWords } from './descriptor-words.ts';
import type { ReadCode, ReadNumber } from './field-reader.ts';

/** Capabilities of the unit that gets the descriptor. */
export interface UnitRules {
  /** ECAP.PDS: waits may drain page requests. Default true. */
  readonly drainsPageRequests?: boolean;
  /** Device-TLB descriptors may name a physical function. Default false, as in QEMU. */
  readonly physicalSources?: boolean;
  /** CAP.MAMV: largest address mask. Default 18, as in QEMU. */
  readonly maxAddressMask?: number;
}

export interface QueueRules {
  /** IQA.DW: descriptors of 256 bits. PASID descriptors need them. Default true. */
  readonly wideQueue?: boolean;
}

/** What the type of a descriptor decides about its bits. */
interface Format {
  readonly kind: T.DescriptorKind;
  readonly needsWideQueue: boolean;
  /** Reserved bits, by {@link maskIndex} of the unit. */
  readonly masks: readonly Uint32Array[];
  /** Null where no code is reserved. */
  readonly granularity: ReadCode<string> | null;
  /** Null where no page can be selected. */
  readonly addressMask: ReadNumber | null;
}

const DEFAULT_MAX_ADDRESS_MASK = 18;

const NEEDS_WIDE_QUEUE: ReadonlySet<T.DescriptorKind> = new Set(['pasid-cache', 'pasid-iotlb', 'pasid-device-tlb']);

const DEVICE = T.DEVICE_TLB.fields;
const PASID_DEVICE = T.PASID_DEVICE_TLB.fields;
const PHYSICAL_SOURCE: Partial<Record<T.DescriptorKind, bigint>> = {
  'device-tlb': fieldMask(DEVICE.PFSID_LOW) | fieldMask(DEVICE.PFSID_HIGH),
  'pasid-device-tlb': fieldMask(PASID_DEVICE.PFSID_LOW) | fieldMask(PASID_DEVICE.PFSID_HIGH),
};
const PAGE_DRAIN = fieldMask(T.WAIT.fields.PD);

/** Bits of both words that must be 0 in a descriptor of this kind. */
export function reservedMask(
  kind: T.DescriptorKind,
  { drainsPageRequests = true, physicalSources = false }: UnitRules = {},
): { readonly lo: bigint; readonly hi: bigint } {
  const table: BitTable<string> = T.DESCRIPTOR_TABLES[kind];
  const physical = physicalSources ? 0n : (PHYSICAL_SOURCE[kind] ?? 0n);
  const drain = kind === 'wait' && !drainsPageRequests ? PAGE_DRAIN : 0n;
  return { lo: table.reserved(0) | physical | drain, hi: table.reserved(1) };
}

function maskIndex({ drainsPageRequests = true, physicalSources = false }: UnitRules): number {
  return (drainsPageRequests ? 1 : 0) + (physicalSources ? 2 : 0);
}

function masksOf(kind: T.DescriptorKind): readonly Uint32Array[] {
  const masks: Uint32Array[] = [];
  for (const physicalSources of [false, true]) {
    for (const drainsPageRequests of [false, true]) {
      const unit = { drainsPageRequests, physicalSources };
      const { lo, hi } = reservedMask(kind, unit);
      masks[maskIndex(unit)] = descriptorWords(lo, hi);
    }
  }
  return masks;
}

const FORMATS: readonly (Format | null)[] = formatsByType();

function formatsByType(): readonly (Format | null)[] {
  const formats = new Array<Format | null>(DESCRIPTOR_TYPES).fill(null);
  // Object.entries widens the names of the rows to string.
  for (const [kind, type] of Object.entries(T.DESCRIPTOR_TYPE) as [T.DescriptorKind, number][]) {
    const { granularity, addressMask } = { granularity: null, addressMask: null, ...DESCRIPTOR_FIELDS[kind] };
    formats[type] = {
      kind,
      needsWideQueue: NEEDS_WIDE_QUEUE.has(kind),
      masks: masksOf(kind),
      granularity,
      addressMask,
    };
  }
  return formats;
}

/** `null` for a type that VT-d does not define. */
export function descriptorKind(words: Uint32Array): T.DescriptorKind | null {
  return FORMATS[descriptorType(words, 0)]?.kind ?? null;
}

/** @param words  the first two, split; the others of a 256-bit descriptor must be 0 */
export function descriptorFault(words: Uint32Array, unit: UnitRules, queue: QueueRules): InvalidReason | null {
  const format = FORMATS[descriptorType(words, 0)] ?? null;
  if (format === null) return 'unknown-type';
  if (format.needsWideQueue && queue.wideQueue === false) return 'needs-256-bit-queue';
  if (overlaps(words, format.masks[maskIndex(unit)])) return 'reserved-bits';
  if (format.granularity === null) return null;
  const granularity = format.granularity(words, 0);
  if (granularity === null) return 'granularity';
  if (granularity !== 'page' || format.addressMask === null) return null;
  return format.addressMask(words, 0) > (unit.maxAddressMask ?? DEFAULT_MAX_ADDRESS_MASK) ? 'address-mask' : null;
}

function overlaps(words: Uint32Array, mask: Uint32Array | undefined): boolean {
  let common = 0;
  for (let index = 0; index < words.length; index++) common |= (words[index] ?? 0) & (mask?.[index] ?? 0);
  return common !== 0;
}
