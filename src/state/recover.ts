/**
 * The ledger after a killed run: the last one written, completed by what the journal says was begun.
 *
 * Whatever was begun is taken for held, since every step can be undone from any point of it; then planning from the machine as
 * it is now either finishes the work or gives it back.
 */

import type { Live } from '../model/live.ts';
import { heldWhenBegun, heldWhenDone } from '../steps/step-kinds.ts';
import type { JournalRecord } from './journal.ts';

export function completeLedger(live: Live, records: readonly JournalRecord[]): Live {
  return records.reduce((held, record) => {
    if (record.record === 'intent') return heldWhenBegun(held, record.step);
    return record.record === 'done' ? heldWhenDone(held, record.step) : held;
  }, live);
}
