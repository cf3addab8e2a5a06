/** Names of HWPTs before they have numbers. */

import { hex } from '../text/hex.ts';
import type { HwptRef, LiveFirstStage } from './live.ts';
import type { FirstStage } from './spec.ts';

/** The nest parent of a unit. */
export function parentRef(unit: string): HwptRef {
  return `parent@${unit}`;
}

/** The first-stage HWPT of a page table: its meaning is its name, so equal tables are one object. */
export function firstStageRef(unit: string, stage: FirstStage): HwptRef {
  const flags = [
    stage.supervisor ? 'sre' : null,
    stage.extendedAccess ? 'eafe' : null,
    stage.writeProtect ? 'wpe' : null,
  ].filter((flag) => flag !== null);
  return [`fs@${unit}`, hex(stage.pageTable), stage.addressWidth, ...flags].join('/');
}

/** The name of one that is there. */
export function heldStageRef(held: LiveFirstStage): HwptRef {
  const ref = firstStageRef(held.unit, held);
  return held.separate === true ? `${ref}#${held.hwpt}` : ref;
}
