/**
 * Page requests as a unit queues them for its guest: 32 bytes each, in a queue of 2^(PQS+7).
 *
 * Source: VT-d r5 §7.4.1; drivers/iommu/intel/prq.c struct page_req_dsc (7.3).
 */

import { pageAddress, pageNumber } from '../model/page.ts';
import { bitTable } from './bit-field.ts';
import { type ReservedBits, reservedBits, withReserved } from './reserved-bits.ts';

const P = 'VT-d §7.4.1';

export const PAGE_REQUEST = bitTable('page request descriptor', 4, {
  TYPE: { high: 7, low: 0, meaning: 'type, 1', spec: P },
  PP: { high: 8, low: 8, meaning: 'has a PASID', spec: P },
  PRIV: { high: 9, low: 9, meaning: 'has private data', spec: P },
  RID: { high: 31, low: 16, meaning: 'requester id', spec: P },
  PASID: { high: 51, low: 32, meaning: 'PASID', spec: P },
  EXR: { high: 52, low: 52, meaning: 'execute requested', spec: P },
  PMR: { high: 53, low: 53, meaning: 'privileged mode requested', spec: P },
  RD: { word: 1, high: 0, low: 0, meaning: 'read requested', spec: P },
  WR: { word: 1, high: 1, low: 1, meaning: 'write requested', spec: P },
  LPIG: { word: 1, high: 2, low: 2, meaning: 'last of its group', spec: P },
  PRGI: { word: 1, high: 11, low: 3, meaning: 'group', spec: P },
  ADDR: { word: 1, high: 63, low: 12, meaning: 'address', spec: P },
  PRIVATE_0: { word: 2, high: 63, low: 0, meaning: 'private data', spec: P },
  PRIVATE_1: { word: 3, high: 63, low: 0, meaning: 'private data', spec: P },
});

/** A decoded page request; a `last` one that asks for neither read nor write is a stop marker and gets no answer. */
export interface PageRequest {
  /** `null` for requests without PASID. */
  readonly pasid: number | null;
  readonly source: number;
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  readonly privileged: boolean;
  readonly last: boolean;
  readonly group: number;
  readonly address: bigint;
  /** The two words of device-private data; `null` without. */
  readonly privateData: readonly [bigint, bigint] | null;
}

export interface ReadPageRequest {
  readonly request: PageRequest;
  readonly type: number;
  readonly reserved: readonly ReservedBits[];
}

/** Undone by {@link encodePageRequest}. */
export function decodePageRequest(words: readonly bigint[]): ReadPageRequest {
  const fields = PAGE_REQUEST.decode(words);
  return {
    type: Number(fields.TYPE),
    request: {
      pasid: fields.PP === 0n ? null : Number(fields.PASID),
      source: Number(fields.RID),
      read: fields.RD !== 0n,
      write: fields.WR !== 0n,
      execute: fields.EXR !== 0n,
      privileged: fields.PMR !== 0n,
      last: fields.LPIG !== 0n,
      group: Number(fields.PRGI),
      address: pageAddress(fields.ADDR),
      privateData: fields.PRIV === 0n ? null : [fields.PRIVATE_0, fields.PRIVATE_1],
    },
    reserved: reservedBits(PAGE_REQUEST, words),
  };
}

/** Four words. Throws BugError for a value too wide. */
export function encodePageRequest(request: PageRequest, reserved: readonly ReservedBits[] = []): readonly bigint[] {
  const flag = (is: boolean): bigint => (is ? 1n : 0n);
  const { pasid, privateData } = request;
  const words = PAGE_REQUEST.encode({
    TYPE: 1n,
    PP: flag(pasid !== null),
    PRIV: flag(privateData !== null),
    RID: BigInt(request.source),
    PASID: BigInt(pasid ?? 0),
    EXR: flag(request.execute),
    PMR: flag(request.privileged),
    RD: flag(request.read),
    WR: flag(request.write),
    LPIG: flag(request.last),
    PRGI: BigInt(request.group),
    ADDR: pageNumber(request.address),
    PRIVATE_0: privateData?.[0] ?? 0n,
    PRIVATE_1: privateData?.[1] ?? 0n,
  });
  return withReserved(words, reserved);
}
