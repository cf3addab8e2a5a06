/** An invalidation descriptor → its two words; undone by `decodeDescriptor`. Throws BugError for a value too wide. */

import { pageNumber } from '../model/page.ts';
import type { ValidDescriptor } from './descriptor.ts';
import * as T from './descriptor-tables.ts';

export function encodeDescriptor(descriptor: ValidDescriptor): { readonly lo: bigint; readonly hi: bigint } {
  const [lo = 0n, hi = 0n] = wordsOfDescriptor(descriptor);
  return { lo: lo | BigInt(T.DESCRIPTOR_TYPE[descriptor.kind]), hi };
}

function wordsOfDescriptor(d: ValidDescriptor): readonly bigint[] {
  switch (d.kind) {
    case 'context-cache': {
      const G = code(T.CONTEXT_CACHE_GRANULARITIES, d.granularity);
      return T.CONTEXT_CACHE.encode({ G, DID: BigInt(d.domain), SID: BigInt(d.source), FM: BigInt(d.functionMask) });
    }
    case 'iotlb':
      return T.IOTLB.encode({
        G: code(T.IOTLB_GRANULARITIES, d.granularity),
        DW: flag(d.drainWrites),
        DR: flag(d.drainReads),
        DID: BigInt(d.domain),
        ...pages(d),
      });
    case 'device-tlb':
      return T.DEVICE_TLB.encode({
        MIP: BigInt(d.maxPending),
        SID: BigInt(d.source),
        ...physical(d.physicalSource),
        S: flag(d.large),
        ADDR: pageNumber(d.address),
      });
    case 'interrupt-cache':
      return T.INTERRUPT_CACHE.encode({
        G: code(T.INTERRUPT_CACHE_GRANULARITIES, d.granularity),
        IM: BigInt(d.indexMask),
        IIDX: BigInt(d.index),
      });
    case 'wait':
      return T.WAIT.encode({
        IF: flag(d.interrupt),
        SW: flag(d.writesStatus),
        FN: flag(d.fence),
        PD: flag(d.drainsPageRequests),
        DATA: BigInt(d.statusData),
        ADDR: d.statusAddress >> 2n,
      });
    case 'pasid-iotlb':
      return T.PASID_IOTLB.encode({
        G: code(T.PASID_IOTLB_GRANULARITIES, d.granularity),
        DID: BigInt(d.domain),
        PASID: BigInt(d.pasid),
        ...pages(d),
      });
    case 'pasid-cache': {
      const G = code(T.PASID_CACHE_GRANULARITIES, d.granularity);
      return T.PASID_CACHE.encode({ G, DID: BigInt(d.domain), PASID: BigInt(d.pasid) });
    }
    case 'pasid-device-tlb':
      return T.PASID_DEVICE_TLB.encode({
        MIP: BigInt(d.maxPending),
        SID: BigInt(d.source),
        PASID: BigInt(d.pasid),
        ...physical(d.physicalSource),
        G: flag(d.global),
        S: flag(d.large),
        ADDR: pageNumber(d.address),
      });
    case 'page-group-response':
      return T.PAGE_GROUP_RESPONSE.encode({
        PP: flag(d.hasPasid),
        RC: BigInt(d.code),
        RID: BigInt(d.source),
        PASID: BigInt(d.pasid),
        LPIG: flag(d.last),
        PRGI: BigInt(d.group),
      });
  }
}

function flag(is: boolean): bigint {
  return is ? 1n : 0n;
}

function code(granularities: readonly (string | null)[], name: string): bigint {
  return BigInt(granularities.indexOf(name));
}

interface Pages {
  readonly addressMask: number;
  readonly leaf: boolean;
  readonly address: bigint;
}

function pages({ addressMask, leaf, address }: Pages): Readonly<Record<'AM' | 'IH' | 'ADDR', bigint>> {
  return { AM: BigInt(addressMask), IH: flag(leaf), ADDR: pageNumber(address) };
}

function physical(source: number): Readonly<Record<'PFSID_LOW' | 'PFSID_HIGH', bigint>> {
  return { PFSID_LOW: BigInt(source & 0xf), PFSID_HIGH: BigInt(source >> 4) };
}
