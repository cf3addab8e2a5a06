/**
 * What a first stage means to the kernel, in 64 bits: the number of the table's page (52), width, the flags that the kernel
 * heeds and whether it takes page requests (5), the unit (7). Equal meaning is the same HWPT.
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

/** Halves of a meaning. */
export interface Meaning {
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

/** Write protection without supervisor requests is nothing to the kernel (§1.3), so it is none here. */
export function writeMeaning(into: Meaning, unit: number, stage: StageFacts): void {
  const { page, fiveLevels, supervisor, extendedAccess, writeProtect, pageRequests } = stage;
  const attributes =
    (supervisor ? SUPERVISOR | (writeProtect ? WRITE_PROTECT : 0) : 0) |
    (extendedAccess ? EXTENDED_ACCESS : 0) |
    (fiveLevels ? FIVE_LEVELS : 0) |
    (pageRequests ? PAGE_REQUESTS : 0);
  into.low = page >>> 0;
  into.high = (Math.floor(page / 2 ** 32) | (((unit << 5) | attributes) << 20)) >>> 0;
}

export function stageOf({ low, high }: Meaning): FirstStage {
  const attributes = high >>> 20;
  return {
    pageTable: pageAddress((high % PAGES_PER_HIGH_UNIT) * 2 ** 32 + low),
    addressWidth: (attributes & FIVE_LEVELS) === 0 ? 48 : 57,
    supervisor: (attributes & SUPERVISOR) !== 0,
    writeProtect: (attributes & WRITE_PROTECT) !== 0,
    extendedAccess: (attributes & EXTENDED_ACCESS) !== 0,
  };
}
