/** The results of a walk through a guest's tables, and its limits. */

import type { ReservedBits } from '../vtd/reserved-bits.ts';

export interface WalkLimits {
  /** Present PASID entries. */
  readonly entries: number;
  /** Tables read, of 4 KiB each. */
  readonly pages: number;
}

/** Enough for one device with 2^20 PASIDs and for many smaller ones. */
export const WALK_LIMITS: WalkLimits = { entries: 2 ** 20 + 2 ** 16, pages: 2 ** 17 };

export type WalkItem = WalkedFunction | WalkedEntry | WalkProblem;

/** A function whose context entry is present. */
export interface WalkedFunction {
  readonly kind: 'function';
  readonly bus: number;
  /** As packDevfn makes it. */
  readonly devfn: number;
  readonly root: readonly bigint[];
  /** 4 words, 2 in legacy mode. */
  readonly context: readonly bigint[];
}

/** A present PASID entry. */
export interface WalkedEntry {
  readonly kind: 'entry';
  readonly function: WalkedFunction;
  readonly pasid: number;
  readonly directory: bigint;
  readonly words: readonly bigint[];
}

export type WalkedTable = 'root table' | 'context table' | 'PASID directory' | 'PASID table';

export interface WalkProblem {
  readonly kind: 'problem';
  /** `reserved`: bits that must be 0 are set; `limit`: the walk ended early; the others are answers of {@link GuestMemory}. */
  readonly problem: 'hole' | 'dead' | 'reserved' | 'limit';
  readonly table: WalkedTable;
  readonly address: bigint;
  readonly bus: number | null;
  readonly devfn: number | null;
  readonly pasid: number | null;
  readonly reserved: readonly ReservedBits[];
}
