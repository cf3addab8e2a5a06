/** The part of a ledger that still exists: kernel objects end with their process, drivers and files with the boot. */

import { EMPTY_LIVE, type Live } from '../model/live.ts';
import type { LedgerRecord } from './ledger-file.ts';
import { isAlive } from './process.ts';

export interface Held {
  readonly live: Live;
  /** The living process that owns the kernel objects; null when there is none. */
  readonly holder: LedgerRecord['holder'];
}

/** @param bootId  of the current boot */
export function stillHeld(record: LedgerRecord | null, bootId: string): Held {
  if (record === null) return { live: EMPTY_LIVE, holder: null };
  const holder = record.holder !== null && isAlive(record.holder) ? record.holder : null;
  // Simulated kernel objects are kept in a file, and live on without their process.
  if (record.backend === 'sim') return { live: record.live, holder };
  if (record.bootId !== bootId) return { live: EMPTY_LIVE, holder: null };
  if (holder !== null) return { live: record.live, holder };
  return { live: { ...record.live, viommus: [] }, holder: null };
}
