/**
 * The ledger after a killed run: the last one written, completed by what the journal says was begun.
 *
 * Whatever was begun is taken for held, since every step can be undone from any point of it; then planning from the machine as
 * it is now either finishes the work or gives it back.
 */

import type { Live } from '../model/live.ts';
import type { Step } from '../model/plan.ts';
import type { JournalRecord } from './journal.ts';

export function completeLedger(live: Live, records: readonly JournalRecord[]): Live {
  return records.reduce((held, record) => {
    if (record.record === 'intent') return withBegun(held, record.step);
    return record.record === 'done' ? withDone(held, record.step) : held;
  }, live);
}

function withBegun(live: Live, step: Step): Live {
  switch (step.kind) {
    case 'take-device':
    case 'reclaim-device': {
      const known = live.handovers.some(({ address }) => address === step.handover.address);
      return known ? live : { ...live, handovers: [...live.handovers, step.handover] };
    }
    case 'load-module':
      return { ...live, loadedModules: [...new Set([...live.loadedModules, step.module])] };
    case 'create-file':
      return { ...live, createdFiles: [...new Set([...live.createdFiles, step.file])] };
    default:
      return live;
  }
}

function withDone(live: Live, step: Step): Live {
  switch (step.kind) {
    case 'give-back-device':
    case 'keep-device':
      return { ...live, handovers: live.handovers.filter(({ address }) => address !== step.handover.address) };
    case 'unload-module':
      return { ...live, loadedModules: live.loadedModules.filter((module) => module !== step.module) };
    case 'remove-file':
      return { ...live, createdFiles: live.createdFiles.filter((file) => file !== step.file) };
    default:
      return live;
  }
}
