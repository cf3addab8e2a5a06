/** The fields of a well-formed descriptor, by kind; `null` when its granularity is a reserved code. */

import type * as D from './descriptor.ts';
import * as T from './descriptor-tables.ts';

type Words = readonly bigint[];
type OfKind<Kind> = Extract<D.ValidDescriptor, { readonly kind: Kind }>;

export const READ_DESCRIPTOR: {
  readonly [Kind in T.DescriptorKind]: (words: Words) => OfKind<Kind> | null;
} = {
  'context-cache': readContextCache,
  iotlb: readIotlb,
  'device-tlb': readDeviceTlb,
  'interrupt-cache': readInterruptCache,
  wait: readWait,
  'pasid-iotlb': readPasidIotlb,
  'pasid-cache': readPasidCache,
  'pasid-device-tlb': readPasidDeviceTlb,
  'page-group-response': readPageGroupResponse,
};

function readContextCache(words: Words): D.ContextCacheDescriptor | null {
  const { G, DID, SID, FM } = T.CONTEXT_CACHE.decode(words);
  const granularity = T.CONTEXT_CACHE_GRANULARITIES[Number(G)] ?? null;
  if (granularity === null) return null;
  return { kind: 'context-cache', granularity, domain: Number(DID), source: Number(SID), functionMask: Number(FM) };
}

function readIotlb(words: Words): D.IotlbDescriptor | null {
  const { G, DW, DR, DID, AM, IH, ADDR } = T.IOTLB.decode(words);
  const granularity = T.IOTLB_GRANULARITIES[Number(G)] ?? null;
  if (granularity === null) return null;
  return {
    kind: 'iotlb',
    granularity,
    drainWrites: DW !== 0n,
    drainReads: DR !== 0n,
    domain: Number(DID),
    addressMask: Number(AM),
    leaf: IH !== 0n,
    address: ADDR << 12n,
  };
}

function readDeviceTlb(words: Words): D.DeviceTlbDescriptor {
  const { MIP, SID, PFSID_LOW, PFSID_HIGH, S, ADDR } = T.DEVICE_TLB.decode(words);
  return {
    kind: 'device-tlb',
    maxPending: Number(MIP),
    source: Number(SID),
    physicalSource: Number((PFSID_HIGH << 4n) | PFSID_LOW),
    large: S !== 0n,
    address: ADDR << 12n,
  };
}

function readInterruptCache(words: Words): D.InterruptCacheDescriptor {
  const { G, IM, IIDX } = T.INTERRUPT_CACHE.decode(words);
  return {
    kind: 'interrupt-cache',
    granularity: G === 0n ? 'global' : 'index',
    indexMask: Number(IM),
    index: Number(IIDX),
  };
}

function readWait(words: Words): D.WaitDescriptor {
  const { IF, SW, FN, PD, DATA, ADDR } = T.WAIT.decode(words);
  return {
    kind: 'wait',
    interrupt: IF !== 0n,
    writesStatus: SW !== 0n,
    fence: FN !== 0n,
    drainsPageRequests: PD !== 0n,
    statusData: Number(DATA),
    statusAddress: ADDR << 2n,
  };
}

function readPasidIotlb(words: Words): D.PasidIotlbDescriptor | null {
  const { G, DID, PASID, AM, IH, ADDR } = T.PASID_IOTLB.decode(words);
  const granularity = T.PASID_IOTLB_GRANULARITIES[Number(G)] ?? null;
  if (granularity === null) return null;
  return {
    kind: 'pasid-iotlb',
    granularity,
    domain: Number(DID),
    pasid: Number(PASID),
    addressMask: Number(AM),
    leaf: IH !== 0n,
    address: ADDR << 12n,
  };
}

function readPasidCache(words: Words): D.PasidCacheDescriptor | null {
  const { G, DID, PASID } = T.PASID_CACHE.decode(words);
  const granularity = T.PASID_CACHE_GRANULARITIES[Number(G)] ?? null;
  if (granularity === null) return null;
  return { kind: 'pasid-cache', granularity, domain: Number(DID), pasid: Number(PASID) };
}

function readPasidDeviceTlb(words: Words): D.PasidDeviceTlbDescriptor {
  const { MIP, SID, PASID, PFSID_LOW, PFSID_HIGH, G, S, ADDR } = T.PASID_DEVICE_TLB.decode(words);
  return {
    kind: 'pasid-device-tlb',
    maxPending: Number(MIP),
    source: Number(SID),
    pasid: Number(PASID),
    physicalSource: Number((PFSID_HIGH << 4n) | PFSID_LOW),
    global: G !== 0n,
    large: S !== 0n,
    address: ADDR << 12n,
  };
}

function readPageGroupResponse(words: Words): D.PageGroupResponseDescriptor {
  const { PP, RC, RID, PASID, LPIG, PRGI } = T.PAGE_GROUP_RESPONSE.decode(words);
  return {
    kind: 'page-group-response',
    hasPasid: PP !== 0n,
    code: Number(RC),
    source: Number(RID),
    pasid: Number(PASID),
    last: LPIG !== 0n,
    group: Number(PRGI),
  };
}
