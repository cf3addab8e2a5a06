/** HWPTs, memory and PASIDs in the text of plans and logs. */

import type { HwptRef } from '../model/hwpt-ref.ts';
import type { LiveMemory } from '../model/live.ts';
import { formatPasids, type PasidRange } from '../model/pasid.ts';
import type { FirstStage } from '../model/spec.ts';
import { formatBytes } from '../text/amounts.ts';
import { hex } from '../text/hex.ts';

/** `page table 0x2000000 (48 bits)`, or `guest memory` for a nest parent; without the unit. */
export function hwptText(ref: HwptRef): string {
  if (ref.kind === 'parent') return 'guest memory';
  const table = firstStageText(ref.stage);
  return ref.separate === null ? table : `${table}, HWPT ${ref.separate}`;
}

export function firstStageText(stage: FirstStage): string {
  const { pageTable, addressWidth, supervisor, extendedAccess, writeProtect } = stage;
  const flags = [
    `${addressWidth} bits`,
    ...(supervisor ? ['sre'] : []),
    ...(extendedAccess ? ['eafe'] : []),
    ...(writeProtect ? ['wpe'] : []),
  ];
  return `page table ${hex(pageTable)} (${flags.join(', ')})`;
}

/** `dsa0 (0000:6a:01.0)` */
export function nameText({ device, address }: { readonly device: string; readonly address: string }): string {
  return `${device} (${address})`;
}

/** `PASIDs 1-2 of dsa0` */
export function pasidsText(range: PasidRange & { readonly device: string }): string {
  return `PASID${range.first === range.last ? '' : 's'} ${formatPasids(range)} of ${range.device}`;
}

export function memoryText({ file, offsetBytes, sizeBytes, guestAddress }: LiveMemory): string {
  const offset = offsetBytes === 0n ? '' : ` from offset ${hex(offsetBytes)}`;
  return `${formatBytes(sizeBytes)} of ${file}${offset} at guest address ${hex(guestAddress)}`;
}
