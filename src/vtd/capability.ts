/**
 * The capability registers of a VT-d unit, as /sys/class/iommu/<name>/intel-iommu/{cap,ecap} and GET_HW_INFO show them.
 *
 * Names are those of the VT-d specification since revision 4; comments behind a row give the kernel's older ones.
 * Source: VT-d r5 §11.4.2 (CAP_REG), §11.4.3 (ECAP_REG); drivers/iommu/intel/iommu.h (7.3).
 */

import { bitTable } from './bit-field.ts';

const C = 'VT-d §11.4.2';
const E = 'VT-d §11.4.3';

export const CAP = bitTable('CAP_REG', 1, {
  ND: { high: 2, low: 0, meaning: '2^(4+2·ND) domain ids', spec: C },
  AFL: { high: 3, low: 3, meaning: 'advanced fault log', spec: C },
  RWBF: { high: 4, low: 4, meaning: 'write buffers must be flushed', spec: C },
  PLMR: { high: 5, low: 5, meaning: 'protected low memory', spec: C },
  PHMR: { high: 6, low: 6, meaning: 'protected high memory', spec: C },
  CM: { high: 7, low: 7, meaning: 'caching mode: not-present entries may be cached', spec: C },
  SAGAW: { high: 12, low: 8, meaning: 'second-stage widths: bit 1 39, bit 2 48, bit 3 57', spec: C },
  MGAW: { high: 21, low: 16, meaning: 'widest guest address − 1', spec: C },
  ZLR: { high: 22, low: 22, meaning: 'zero-length reads', spec: C },
  FRO: { high: 33, low: 24, meaning: 'fault records at 16·FRO', spec: C },
  SSLPS: { high: 37, low: 34, meaning: 'second-stage large pages: bit 0 2 MiB, bit 1 1 GiB', spec: C }, // SLLPS
  PSI: { high: 39, low: 39, meaning: 'page-selective invalidation', spec: C },
  NFR: { high: 47, low: 40, meaning: 'fault records − 1', spec: C },
  MAMV: { high: 53, low: 48, meaning: 'largest address mask of an invalidation', spec: C },
  DWD: { high: 54, low: 54, meaning: 'writes are drained', spec: C },
  DRD: { high: 55, low: 55, meaning: 'reads are drained', spec: C },
  FS1GP: { high: 56, low: 56, meaning: 'first-stage 1 GiB pages', spec: C }, // FL1GP
  PI: { high: 59, low: 59, meaning: 'posted interrupts', spec: C },
  FS5LP: { high: 60, low: 60, meaning: 'first-stage 5-level paging', spec: C }, // FL5LP
  ECMDS: { high: 61, low: 61, meaning: 'enhanced commands', spec: C },
  ESIRTPS: { high: 62, low: 62, meaning: 'setting the interrupt table invalidates', spec: C },
  ESRTPS: { high: 63, low: 63, meaning: 'setting the root table invalidates', spec: C },
});

export const ECAP = bitTable('ECAP_REG', 1, {
  C: { high: 0, low: 0, meaning: 'page walks are coherent', spec: E },
  QI: { high: 1, low: 1, meaning: 'queued invalidation', spec: E },
  DT: { high: 2, low: 2, meaning: 'device TLBs (ATS)', spec: E },
  IR: { high: 3, low: 3, meaning: 'interrupt remapping', spec: E },
  EIM: { high: 4, low: 4, meaning: 'x2APIC ids', spec: E },
  PT: { high: 6, low: 6, meaning: 'pass-through', spec: E },
  SC: { high: 7, low: 7, meaning: 'snoop control', spec: E },
  IRO: { high: 17, low: 8, meaning: 'IOTLB registers at 16·IRO', spec: E },
  MHMV: { high: 23, low: 20, meaning: 'largest interrupt handle mask', spec: E },
  MTS: { high: 25, low: 25, meaning: 'memory types', spec: E },
  NEST: { high: 26, low: 26, meaning: 'nested translation', spec: E },
  DIS: { high: 27, low: 27, meaning: 'deferred invalidation', spec: E },
  PRS: { high: 29, low: 29, meaning: 'page requests', spec: E },
  ERS: { high: 30, low: 30, meaning: 'execute requests', spec: E },
  SRS: { high: 31, low: 31, meaning: 'supervisor requests', spec: E },
  NWFS: { high: 33, low: 33, meaning: 'no-write flag', spec: E },
  EAFS: { high: 34, low: 34, meaning: 'extended accessed flag', spec: E },
  PSS: { high: 39, low: 35, meaning: 'PASID width − 1', spec: E },
  PASID: { high: 40, low: 40, meaning: 'PASIDs', spec: E },
  DIT: { high: 41, low: 41, meaning: 'device-TLB invalidation throttling', spec: E },
  PDS: { high: 42, low: 42, meaning: 'page requests are drained', spec: E },
  SMTS: { high: 43, low: 43, meaning: 'scalable mode', spec: E },
  VCS: { high: 44, low: 44, meaning: 'virtual commands', spec: E },
  SSADS: { high: 45, low: 45, meaning: 'second-stage accessed and dirty flags', spec: E }, // SLADS
  SSTS: { high: 46, low: 46, meaning: 'second stage in scalable mode', spec: E }, // SLTS
  FSTS: { high: 47, low: 47, meaning: 'first stage in scalable mode', spec: E }, // FLTS
  SMPWC: { high: 48, low: 48, meaning: 'page walks are coherent in scalable mode', spec: E },
  RPS: { high: 49, low: 49, meaning: 'a PASID of choice for requests without PASID', spec: E },
  PMS: { high: 51, low: 51, meaning: 'performance monitoring', spec: E },
});

/** The fields of CAP that decide whether a spec can be met. */
export interface Capability {
  /** Domain ids, two of which the kernel reserves. */
  readonly domains: number;
  readonly cachingMode: boolean;
  /** Second-stage widths that the unit supports, ascending. */
  readonly secondStageWidths: readonly (39 | 48 | 57)[];
  /** MGAW: width of the widest guest address. */
  readonly guestAddressBits: number;
  readonly firstStage1GPages: boolean;
  readonly firstStage5Level: boolean;
  readonly secondStage2MPages: boolean;
  readonly secondStage1GPages: boolean;
}

export function decodeCap(cap: bigint): Capability {
  const fields = CAP.decode([cap]);
  return {
    domains: 2 ** (4 + 2 * Number(fields.ND)),
    cachingMode: fields.CM !== 0n,
    secondStageWidths: ([39, 48, 57] as const).filter((_, index) => ((fields.SAGAW >> BigInt(index + 1)) & 1n) !== 0n),
    guestAddressBits: Number(fields.MGAW) + 1,
    firstStage1GPages: fields.FS1GP !== 0n,
    firstStage5Level: fields.FS5LP !== 0n,
    secondStage2MPages: (fields.SSLPS & 1n) !== 0n,
    secondStage1GPages: (fields.SSLPS & 2n) !== 0n,
  };
}

/** Widest address that a second-stage table of this unit can map; 0 when it supports no width. */
export function secondStageBits({ secondStageWidths, guestAddressBits }: Capability): number {
  return Math.min(secondStageWidths.at(-1) ?? 0, guestAddressBits);
}

/** The fields of ECAP that decide whether a spec can be met. */
export interface ExtendedCapability {
  readonly scalableMode: boolean;
  readonly nesting: boolean;
  readonly firstStage: boolean;
  readonly secondStage: boolean;
  /** Usable PASID width; 0 without PASIDs. The kernel's limit is 2^pasidBits PASIDs (`2 << PSS`). */
  readonly pasidBits: number;
  readonly supervisor: boolean;
  readonly extendedAccess: boolean;
  readonly deviceTlb: boolean;
  /** Page requests, and their draining: Linux needs both. */
  readonly pageRequests: boolean;
  readonly snoopControl: boolean;
  /** Page walks snoop caches in scalable mode. */
  readonly coherentWalks: boolean;
  /** Second-stage dirty tracking. */
  readonly dirtyTracking: boolean;
}

export function decodeEcap(ecap: bigint): ExtendedCapability {
  const has = (field: Parameters<typeof ECAP.has>[1]): boolean => ECAP.has([ecap], field);
  return {
    scalableMode: has('SMTS'),
    nesting: has('NEST'),
    firstStage: has('FSTS'),
    secondStage: has('SSTS'),
    pasidBits: has('PASID') ? Number(ECAP.get([ecap], 'PSS')) + 1 : 0,
    supervisor: has('SRS'),
    extendedAccess: has('EAFS'),
    deviceTlb: has('DT'),
    pageRequests: has('PRS') && has('PDS'),
    snoopControl: has('SC'),
    coherentWalks: has('SMPWC'),
    dirtyTracking: has('SSADS') && has('SMPWC'),
  };
}
