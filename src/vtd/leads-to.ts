/** Whether a PASID entry of the host points at the expected table. Source: VT-d r5 §9.6. */

import { pageAddress } from '../model/page.ts';
import type { FirstStage } from '../model/spec.ts';
import { PGTT, pasidEntry } from './pasid-entry.ts';

/** Guest memory itself: a page table of the kernel, of either stage. */
export function leadsToMemory(entry: Uint32Array): boolean {
  const type = pasidEntry.type(entry, 0);
  return pasidEntry.present(entry, 0) && (type === PGTT.firstStage || type === PGTT.secondStage);
}

/** A guest page table, nested over guest memory. WPE is not compared: the kernel sets it only with SRE (src/quirks.md Q8). */
export function leadsToTable(entry: Uint32Array, stage: FirstStage): boolean {
  return (
    pasidEntry.present(entry, 0) &&
    pasidEntry.type(entry, 0) === PGTT.nested &&
    pageAddress(pasidEntry.firstStagePage(entry, 0)) === stage.pageTable &&
    48 + 9 * pasidEntry.firstStageLevelsCode(entry, 0) === stage.addressWidth &&
    pasidEntry.supervisor(entry, 0) === stage.supervisor &&
    pasidEntry.extendedAccess(entry, 0) === stage.extendedAccess
  );
}
