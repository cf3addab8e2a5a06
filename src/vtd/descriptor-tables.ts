/**
 * The bits of every invalidation descriptor. Two words each; the upper half of a 256-bit one must be 0.
 *
 * Source: VT-d r5 §6.5.2, §7.7; drivers/iommu/intel/iommu.h QI_* (7.3). QEMU's reserved bits: hw/i386/intel_iommu_internal.h
 * VTD_INV_DESC_*_RSVD (11.1).
 */

import { bitTable } from './bit-field.ts';

const D = 'VT-d §6.5.2';

const TYPE = { high: 3, low: 0, meaning: 'type', spec: D } as const;
const TYPE_HIGH = { high: 11, low: 9, meaning: 'type, upper bits', spec: D } as const;
const GRANULARITY = { high: 5, low: 4, meaning: 'granularity', spec: D } as const;
const DOMAIN = { high: 31, low: 16, meaning: 'domain', spec: D } as const;
const PASID = { high: 51, low: 32, meaning: 'PASID', spec: D } as const;
const ADDRESS = { word: 1, high: 63, low: 12, meaning: 'address', spec: D } as const;
const MASK = { word: 1, high: 5, low: 0, meaning: '2^AM pages', spec: D } as const;
const LEAF = { word: 1, high: 6, low: 6, meaning: 'only leaf entries changed', spec: D } as const;
const PFSID_LOW = { high: 15, low: 12, meaning: 'physical function, bits 3:0', spec: D } as const;
const PFSID_HIGH = { high: 63, low: 52, meaning: 'physical function, bits 15:4', spec: D } as const;

export const CONTEXT_CACHE = bitTable('context-cache descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  G: { ...GRANULARITY, meaning: '1 global, 2 domain, 3 device' },
  DID: DOMAIN,
  SID: { high: 47, low: 32, meaning: 'requester id', spec: D },
  FM: { high: 49, low: 48, meaning: 'function mask', spec: D },
});

export const IOTLB = bitTable('IOTLB descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  G: { ...GRANULARITY, meaning: '1 global, 2 domain, 3 page' },
  DW: { high: 6, low: 6, meaning: 'drain writes', spec: D },
  DR: { high: 7, low: 7, meaning: 'drain reads', spec: D },
  DID: DOMAIN,
  AM: MASK,
  IH: LEAF,
  ADDR: ADDRESS,
});

export const DEVICE_TLB = bitTable('device-TLB descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  PFSID_LOW,
  MIP: { high: 20, low: 16, meaning: 'most invalidations pending', spec: D },
  SID: { high: 47, low: 32, meaning: 'requester id', spec: D },
  PFSID_HIGH,
  S: { word: 1, high: 0, low: 0, meaning: 'more than one page', spec: D },
  ADDR: ADDRESS,
});

export const INTERRUPT_CACHE = bitTable('interrupt-entry-cache descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  G: { high: 4, low: 4, meaning: '0 global, 1 index', spec: D },
  IM: { high: 31, low: 27, meaning: '2^IM entries', spec: D },
  IIDX: { high: 47, low: 32, meaning: 'first entry', spec: D },
});

export const WAIT = bitTable('wait descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  IF: { high: 4, low: 4, meaning: 'interrupt on completion', spec: D },
  SW: { high: 5, low: 5, meaning: 'write the status on completion', spec: D },
  FN: { high: 6, low: 6, meaning: 'fence', spec: D },
  PD: { high: 7, low: 7, meaning: 'drain page requests', spec: D },
  DATA: { high: 63, low: 32, meaning: 'status to write', spec: D },
  ADDR: { word: 1, high: 63, low: 2, meaning: 'address of the status, over 4', spec: D },
});

export const PASID_IOTLB = bitTable('PASID-IOTLB descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  G: { ...GRANULARITY, meaning: '2 PASID, 3 page' },
  DID: DOMAIN,
  PASID,
  AM: MASK,
  IH: LEAF,
  ADDR: ADDRESS,
});

export const PASID_CACHE = bitTable('PASID-cache descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  G: { ...GRANULARITY, meaning: '0 domain, 1 PASID of a domain, 3 global' },
  DID: DOMAIN,
  PASID,
});

export const PASID_DEVICE_TLB = bitTable('PASID device-TLB descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  MIP: { high: 8, low: 4, meaning: 'most invalidations pending', spec: D },
  PFSID_LOW,
  SID: { high: 31, low: 16, meaning: 'requester id', spec: D },
  PASID,
  PFSID_HIGH,
  G: { word: 1, high: 0, low: 0, meaning: 'of all PASIDs', spec: D },
  S: { word: 1, high: 11, low: 11, meaning: 'more than one page', spec: D },
  ADDR: ADDRESS,
});

export const PAGE_GROUP_RESPONSE = bitTable('page-group response descriptor', 2, {
  TYPE,
  TYPE_HIGH,
  PP: { high: 4, low: 4, meaning: 'has a PASID', spec: 'VT-d §7.7' },
  RC: { high: 15, low: 12, meaning: '0 success, 1 invalid, 15 failure', spec: 'VT-d §7.7' },
  RID: { high: 31, low: 16, meaning: 'requester id', spec: 'VT-d §7.7' },
  PASID,
  LPIG: { word: 1, high: 2, low: 2, meaning: 'last of its group', spec: 'VT-d §7.7' },
  PRGI: { word: 1, high: 11, low: 3, meaning: 'group', spec: 'VT-d §7.7' },
});

/** Types by number. */
export const DESCRIPTOR_TYPE = {
  'context-cache': 1,
  iotlb: 2,
  'device-tlb': 3,
  'interrupt-cache': 4,
  wait: 5,
  'pasid-iotlb': 6,
  'pasid-cache': 7,
  'pasid-device-tlb': 8,
  'page-group-response': 9,
} as const;

export const DESCRIPTOR_TABLES = {
  'context-cache': CONTEXT_CACHE,
  iotlb: IOTLB,
  'device-tlb': DEVICE_TLB,
  'interrupt-cache': INTERRUPT_CACHE,
  wait: WAIT,
  'pasid-iotlb': PASID_IOTLB,
  'pasid-cache': PASID_CACHE,
  'pasid-device-tlb': PASID_DEVICE_TLB,
  'page-group-response': PAGE_GROUP_RESPONSE,
} as const;

export type DescriptorKind = keyof typeof DESCRIPTOR_TYPE;

/** Granularities by code; `null` where the code is reserved. */
export const CONTEXT_CACHE_GRANULARITIES = [null, 'global', 'domain', 'device'] as const;
export const IOTLB_GRANULARITIES = [null, 'global', 'domain', 'page'] as const;
export const INTERRUPT_CACHE_GRANULARITIES = ['global', 'index'] as const;
export const PASID_IOTLB_GRANULARITIES = [null, null, 'pasid', 'page'] as const;
export const PASID_CACHE_GRANULARITIES = ['domain', 'pasid', null, 'global'] as const;
