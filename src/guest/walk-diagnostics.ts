/** Problems of a walk → diagnostics. */

import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { requesterText } from '../model/bdf.ts';
import { hex, hexDigits } from '../text/hex.ts';
import { FAULT, faultText } from '../vtd/faults.ts';
import type { WalkedTable, WalkProblem } from './walk-item.ts';

/** The fault that hardware reports for requests that need the table. */
const FAULTS: Readonly<Record<WalkedTable, { readonly hole: number; readonly reserved: number }>> = {
  'root table': { hole: FAULT.rootUnreadable, reserved: FAULT.rootReserved },
  'context table': { hole: FAULT.contextUnreadable, reserved: FAULT.contextReserved },
  'PASID directory': { hole: FAULT.directoryUnreadable, reserved: FAULT.directoryReserved },
  'PASID table': { hole: FAULT.pasidEntryUnreadable, reserved: FAULT.pasidEntryReserved },
};

export function walkDiagnostic(problem: WalkProblem): Diagnostic {
  const where = `the ${problem.table}${ownerOf(problem)} at ${hex(problem.address)}`;
  const fault = FAULTS[problem.table];
  switch (problem.problem) {
    case 'hole':
      return diagnostic('GUEST_TABLE_HOLE', `The guest has no memory for ${where}: ${faultWords(fault.hole)}.`);
    case 'dead':
      return diagnostic('GUEST_TABLE_UNREADABLE', `Reading failed for ${where}.`);
    case 'limit':
      return diagnostic('GUEST_WALK_LIMIT', 'The tables have more entries than are shown.');
    case 'reserved':
      return diagnostic(
        'GUEST_RESERVED_BITS',
        `An entry in ${where} has ${bitsText(problem)} set, which must be 0: ${faultWords(fault.reserved)}.`,
      );
  }
}

function faultWords(reason: number): string {
  return `fault ${hex(reason)}, ${faultText(reason)}`;
}

function ownerOf({ bus, devfn, pasid }: WalkProblem): string {
  if (bus === null) return '';
  if (devfn === null) return ` of bus ${hexDigits(bus, 2)}`;
  const address = requesterText({ bus, devfn });
  return pasid === null ? ` of ${address}` : ` of ${address} from PASID ${pasid} on`;
}

function bitsText({ reserved }: WalkProblem): string {
  return reserved.map(({ word, bits }) => `${hex(bits)} in word ${word}`).join(', ');
}
