/**
 * Registers of a VT-d unit with the addresses of its tables and queues, and with what is switched on.
 *
 * Source: VT-d r5 §11.4; drivers/iommu/intel/iommu.h DMAR_*_REG (7.3).
 */

import { pageAddress } from '../model/page.ts';
import { bitTable } from './bit-field.ts';

/** Register base of the unit of QEMU's q35. */
export const Q35_REGISTER_BASE = 0xfed9_0000n;

/** Offset from the unit's base, and width in bytes. */
export interface RegisterPlace {
  readonly offset: number;
  readonly bytes: 4 | 8;
}

export const REGISTERS = {
  VER: { offset: 0x00, bytes: 4 },
  CAP: { offset: 0x08, bytes: 8 },
  ECAP: { offset: 0x10, bytes: 8 },
  GCMD: { offset: 0x18, bytes: 4 },
  GSTS: { offset: 0x1c, bytes: 4 },
  RTADDR: { offset: 0x20, bytes: 8 },
  CCMD: { offset: 0x28, bytes: 8 },
  FSTS: { offset: 0x34, bytes: 4 },
  FECTL: { offset: 0x38, bytes: 4 },
  FEDATA: { offset: 0x3c, bytes: 4 },
  FEADDR: { offset: 0x40, bytes: 4 },
  FEUADDR: { offset: 0x44, bytes: 4 },
  PMEN: { offset: 0x64, bytes: 4 },
  IQH: { offset: 0x80, bytes: 8 },
  IQT: { offset: 0x88, bytes: 8 },
  IQA: { offset: 0x90, bytes: 8 },
  ICS: { offset: 0x9c, bytes: 4 },
  IECTL: { offset: 0xa0, bytes: 4 },
  IEDATA: { offset: 0xa4, bytes: 4 },
  IEADDR: { offset: 0xa8, bytes: 4 },
  IEUADDR: { offset: 0xac, bytes: 4 },
  IQER: { offset: 0xb0, bytes: 8 },
  IRTA: { offset: 0xb8, bytes: 8 },
  PQH: { offset: 0xc0, bytes: 8 },
  PQT: { offset: 0xc8, bytes: 8 },
  PQA: { offset: 0xd0, bytes: 8 },
  PRS: { offset: 0xdc, bytes: 4 },
  PECTL: { offset: 0xe0, bytes: 4 },
  PEDATA: { offset: 0xe4, bytes: 4 },
  PEADDR: { offset: 0xe8, bytes: 4 },
  PEUADDR: { offset: 0xec, bytes: 4 },
  IVA: { offset: 0xf0, bytes: 8 },
  IOTLB: { offset: 0xf8, bytes: 8 },
} as const satisfies Record<string, RegisterPlace>;

export type RegisterName = keyof typeof REGISTERS;

/** Whether a text names a register of {@link REGISTERS}. */
export function isRegisterName(text: string): text is RegisterName {
  return Object.hasOwn(REGISTERS, text);
}

const G = 'VT-d §11.4.4';

/** GSTS_REG. GCMD_REG has its command bits at the same places: TE for TES, SRTP for RTPS and so on. */
export const GSTS = bitTable('GSTS_REG', 1, {
  CFIS: { high: 23, low: 23, meaning: 'compatibility interrupts pass', spec: G },
  IRTPS: { high: 24, low: 24, meaning: 'interrupt table pointer set', spec: G },
  IRES: { high: 25, low: 25, meaning: 'interrupt remapping on', spec: G },
  QIES: { high: 26, low: 26, meaning: 'queued invalidation on', spec: G },
  WBFS: { high: 27, low: 27, meaning: 'write buffer flush pending', spec: G },
  AFLS: { high: 28, low: 28, meaning: 'advanced fault log on', spec: G },
  FLS: { high: 29, low: 29, meaning: 'fault log pointer set', spec: G },
  RTPS: { high: 30, low: 30, meaning: 'root table pointer set', spec: G },
  TES: { high: 31, low: 31, meaning: 'translation on', spec: G },
});

const R = 'VT-d §11.4.5';

export const RTADDR = bitTable('RTADDR_REG', 1, {
  TTM: { high: 11, low: 10, meaning: 'mode: 0 legacy, 1 scalable, 3 abort', spec: R },
  RTA: { high: 63, low: 12, meaning: 'root table', spec: R },
});

/** How the unit translates while GSTS.TES is set. */
export type TranslationMode = 'legacy' | 'scalable' | 'reserved' | 'abort';

const MODES: readonly TranslationMode[] = ['legacy', 'scalable', 'reserved', 'abort'];

/** RTADDR as set by GCMD.SRTP. */
export function decodeRtaddr(value: bigint): { readonly mode: TranslationMode; readonly rootTable: bigint } {
  const mode = MODES[Number(RTADDR.get([value], 'TTM'))] ?? 'reserved';
  return { mode, rootTable: pageAddress(RTADDR.get([value], 'RTA')) };
}

export const FSTS = bitTable('FSTS_REG', 1, {
  PFO: { high: 0, low: 0, meaning: 'fault records overflowed', spec: 'VT-d §11.4.7' },
  PPF: { high: 1, low: 1, meaning: 'a fault is recorded', spec: 'VT-d §11.4.7' },
  IQE: { high: 4, low: 4, meaning: 'invalidation queue error', spec: 'VT-d §11.4.7' },
  ICE: { high: 5, low: 5, meaning: 'invalidation completion error', spec: 'VT-d §11.4.7' },
  ITE: { high: 6, low: 6, meaning: 'invalidation time-out', spec: 'VT-d §11.4.7' },
  PRO: { high: 7, low: 7, meaning: 'page requests overflowed', spec: 'VT-d §11.4.7' },
  FRI: { high: 15, low: 8, meaning: 'first recorded fault', spec: 'VT-d §11.4.7' },
});

const Q = 'VT-d §11.4.9';

export const IQA = bitTable('IQA_REG', 1, {
  QS: { high: 2, low: 0, meaning: '2^QS pages', spec: Q },
  DW: { high: 11, low: 11, meaning: 'descriptors of 256 bits', spec: Q },
  IQA: { high: 63, low: 12, meaning: 'invalidation queue', spec: Q },
});

export const IQH = bitTable('IQH_REG', 1, {
  QH: { high: 18, low: 4, meaning: 'byte offset of the next descriptor, over 16', spec: Q },
});

export const IQT = bitTable('IQT_REG', 1, {
  QT: { high: 18, low: 4, meaning: 'byte offset behind the last descriptor, over 16', spec: Q },
});

const PR = 'VT-d §11.4.11';

export const PQA = bitTable('PQA_REG', 1, {
  PQS: { high: 2, low: 0, meaning: '2^(PQS+7) page requests', spec: PR },
  PQA: { high: 63, low: 12, meaning: 'page request queue', spec: PR },
});

export const PRS = bitTable('PRS_REG', 1, {
  PPR: { high: 0, low: 0, meaning: 'page requests pending', spec: PR },
  PRO: { high: 1, low: 1, meaning: 'page requests overflowed', spec: PR },
});
