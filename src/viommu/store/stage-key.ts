/**
 * What the kernel is given for a first stage, as a key of 64 bits: the number of the table's page (52), width, the flags that
 * the kernel uses and whether it takes page requests (5), the unit (7). Entries with equal keys share one HWPT.
 */

import { pageAddress } from '../../model/page.ts';
import type { FirstStage } from '../../model/spec.ts';

/** Units that one vIOMMU can tell apart. */
export const MAX_UNITS = 128;

// Bits of the attributes.
const SUPERVISOR = 1;
const EXTENDED_ACCESS = 2;
const WRITE_PROTECT = 4;
const FIVE_LEVELS = 8;
const PAGE_REQUESTS = 16;
const PAGES_PER_HIGH_UNIT = 2 ** 20;

/** Two halves of 32 bits. */
export interface StageKey {
  low: number;
  high: number;
}

export interface StageFacts {
  /** Number of the table's page. */
  readonly page: number;
  readonly fiveLevels: boolean;
  readonly supervisor: boolean;
  readonly extendedAccess: boolean;
  readonly writeProtect: boolean;
  /** It has a fault queue of its own. */
  readonly pageRequests: boolean;
}

export function newStageFacts(): StageFacts {
  return {
    page: 0,
    fiveLevels: false,
    supervisor: false,
    extendedAccess: false,
    writeProtect: false,
    pageRequests: false,
  };
}

/** The kernel ignores write protection without supervisor requests, so the key does too (src/quirks.md Q8). */
export function writeStageKey(into: StageKey, unit: number, stage: StageFacts): void {
  const { page, fiveLevels, supervisor, extendedAccess, writeProtect, pageRequests } = stage;
  const attributes =
    (supervisor ? SUPERVISOR | (writeProtect ? WRITE_PROTECT : 0) : 0) |
    (extendedAccess ? EXTENDED_ACCESS : 0) |
    (fiveLevels ? FIVE_LEVELS : 0) |
    (pageRequests ? PAGE_REQUESTS : 0);
  into.low = page >>> 0;
  into.high = (Math.floor(page / 2 ** 32) | (((unit << 5) | attributes) << 20)) >>> 0;
}

export function stageOf({ low, high }: StageKey): FirstStage {
  const attributes = high >>> 20;
  return {
    pageTable: pageAddress((high % PAGES_PER_HIGH_UNIT) * 2 ** 32 + low),
    addressWidth: (attributes & FIVE_LEVELS) === 0 ? 48 : 57,
    supervisor: (attributes & SUPERVISOR) !== 0,
    writeProtect: (attributes & WRITE_PROTECT) !== 0,
    extendedAccess: (attributes & EXTENDED_ACCESS) !== 0,
  };
}
