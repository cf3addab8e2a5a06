/** Readers of the fields of descriptors, made of their tables. Their results are valid only for a descriptor without a fault. */

import type { BitField } from './bit-field.ts';
import type { ValidDescriptor } from './descriptor.ts';
import * as T from './descriptor-tables.ts';
import { addressReader, codeReader, flagReader, numberReader, pageReader, type ReadNumber } from './field-reader.ts';

/** Bits 3:0, with 11:9 above them; all descriptors have the type there. */
export const descriptorType: ReadNumber = joinedReader(T.WAIT.fields.TYPE, T.WAIT.fields.TYPE_HIGH);
/** Number of types that these bits can encode. */
export const DESCRIPTOR_TYPES = 128;

/** Number of the page that a PASID-IOTLB descriptor names. */
export const pasidIotlbPage: ReadNumber = pageReader(T.PASID_IOTLB.fields.ADDR);

type Fields<Kind> = Omit<Extract<ValidDescriptor, { readonly kind: Kind }>, 'kind'>;
type Readers<Of> = { readonly [Name in keyof Of]: (words: Uint32Array, at: number) => Of[Name] | null };

/** The fields of each kind of descriptor, as readers of its words. */
export const DESCRIPTOR_FIELDS = {
  'context-cache': {
    granularity: codeReader(T.CONTEXT_CACHE.fields.G, T.CONTEXT_CACHE_GRANULARITIES),
    domain: numberReader(T.CONTEXT_CACHE.fields.DID),
    source: numberReader(T.CONTEXT_CACHE.fields.SID),
    functionMask: numberReader(T.CONTEXT_CACHE.fields.FM),
  },
  iotlb: {
    granularity: codeReader(T.IOTLB.fields.G, T.IOTLB_GRANULARITIES),
    drainWrites: flagReader(T.IOTLB.fields.DW),
    drainReads: flagReader(T.IOTLB.fields.DR),
    domain: numberReader(T.IOTLB.fields.DID),
    addressMask: numberReader(T.IOTLB.fields.AM),
    leaf: flagReader(T.IOTLB.fields.IH),
    address: addressReader(T.IOTLB.fields.ADDR),
  },
  'device-tlb': {
    maxPending: numberReader(T.DEVICE_TLB.fields.MIP),
    source: numberReader(T.DEVICE_TLB.fields.SID),
    physicalSource: joinedReader(T.DEVICE_TLB.fields.PFSID_LOW, T.DEVICE_TLB.fields.PFSID_HIGH),
    large: flagReader(T.DEVICE_TLB.fields.S),
    address: addressReader(T.DEVICE_TLB.fields.ADDR),
  },
  'interrupt-cache': {
    granularity: codeReader(T.INTERRUPT_CACHE.fields.G, T.INTERRUPT_CACHE_GRANULARITIES),
    indexMask: numberReader(T.INTERRUPT_CACHE.fields.IM),
    index: numberReader(T.INTERRUPT_CACHE.fields.IIDX),
  },
  wait: {
    interrupt: flagReader(T.WAIT.fields.IF),
    writesStatus: flagReader(T.WAIT.fields.SW),
    fence: flagReader(T.WAIT.fields.FN),
    drainsPageRequests: flagReader(T.WAIT.fields.PD),
    statusData: numberReader(T.WAIT.fields.DATA),
    statusAddress: addressReader(T.WAIT.fields.ADDR),
  },
  'pasid-iotlb': {
    granularity: codeReader(T.PASID_IOTLB.fields.G, T.PASID_IOTLB_GRANULARITIES),
    domain: numberReader(T.PASID_IOTLB.fields.DID),
    pasid: numberReader(T.PASID_IOTLB.fields.PASID),
    addressMask: numberReader(T.PASID_IOTLB.fields.AM),
    leaf: flagReader(T.PASID_IOTLB.fields.IH),
    address: addressReader(T.PASID_IOTLB.fields.ADDR),
  },
  'pasid-cache': {
    granularity: codeReader(T.PASID_CACHE.fields.G, T.PASID_CACHE_GRANULARITIES),
    domain: numberReader(T.PASID_CACHE.fields.DID),
    pasid: numberReader(T.PASID_CACHE.fields.PASID),
  },
  'pasid-device-tlb': {
    maxPending: numberReader(T.PASID_DEVICE_TLB.fields.MIP),
    source: numberReader(T.PASID_DEVICE_TLB.fields.SID),
    pasid: numberReader(T.PASID_DEVICE_TLB.fields.PASID),
    physicalSource: joinedReader(T.PASID_DEVICE_TLB.fields.PFSID_LOW, T.PASID_DEVICE_TLB.fields.PFSID_HIGH),
    global: flagReader(T.PASID_DEVICE_TLB.fields.G),
    large: flagReader(T.PASID_DEVICE_TLB.fields.S),
    address: addressReader(T.PASID_DEVICE_TLB.fields.ADDR),
  },
  'page-group-response': {
    hasPasid: flagReader(T.PAGE_GROUP_RESPONSE.fields.PP),
    code: numberReader(T.PAGE_GROUP_RESPONSE.fields.RC),
    source: numberReader(T.PAGE_GROUP_RESPONSE.fields.RID),
    pasid: numberReader(T.PAGE_GROUP_RESPONSE.fields.PASID),
    last: flagReader(T.PAGE_GROUP_RESPONSE.fields.LPIG),
    group: numberReader(T.PAGE_GROUP_RESPONSE.fields.PRGI),
  },
} as const satisfies { readonly [Kind in T.DescriptorKind]: Readers<Fields<Kind>> };

/** A number whose upper bits are in another field. */
function joinedReader(low: BitField, high: BitField): ReadNumber {
  const readLow = numberReader(low);
  const readHigh = numberReader(high);
  const shift = low.high - low.low + 1;
  return (words, at) => readLow(words, at) | (readHigh(words, at) << shift);
}
