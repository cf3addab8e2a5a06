/** What of a ledger still stands: kernel objects go with their process, drivers and files with the boot. */

import { EMPTY_LIVE, type Live } from '../model/live.ts';
import type { LedgerRecord } from './ledger-file.ts';
import { isAlive } from './process.ts';

export interface Held {
  readonly live: Live;
  /** A process that is alive and owns the kernel objects; null when nobody does, or on the simulator. */
  readonly holder: LedgerRecord['holder'];
}

/** @param bootId  of the machine as it runs now */
export function stillHeld(record: LedgerRecord | null, bootId: string): Held {
  if (record === null) return { live: EMPTY_LIVE, holder: null };
  if (record.backend === 'sim') return { live: record.live, holder: null };
  if (record.bootId !== bootId) return { live: EMPTY_LIVE, holder: null };
  if (record.holder !== null && isAlive(record.holder)) return { live: record.live, holder: record.holder };
  return { live: { ...record.live, viommus: [] }, holder: null };
}
