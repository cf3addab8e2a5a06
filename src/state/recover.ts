/**
 * The ledger after a killed run: the last one written, completed by the steps that the journal shows as begun.
 *
 * Every step that was begun counts as held, since a step can be undone from any point of it. The next plan, made from the
 * machine as it is, then completes it or gives it back.
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
