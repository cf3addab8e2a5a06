/** A plan as a file: the steps, the facts that they depend on, and the text of the spec that leads to them. */

import { writeAtomically } from '../files/atomic-file.ts';
import { FileError } from '../files/file-fault.ts';
import { demandReplaceable, lstatIfThere } from '../files/file-kind.ts';
import { readStart } from '../files/read-whole.ts';
import type { Plan } from '../model/plan.ts';
import type { LedgerRecord } from './ledger-file.ts';
import { type Seal, seal } from './sealed.ts';

export const PLAN_SEAL: Seal = { format: 'pasidctl-plan', version: 3 };

/** The first bytes of every saved plan, of whatever version. */
export const PLAN_HEAD = `{"format":${JSON.stringify(PLAN_SEAL.format)}`;

/** A file of the spec. */
export interface SpecText {
  /** Its name in diagnostics. */
  readonly file: string;
  readonly text: string;
}

export interface SavedPlan {
  readonly backend: LedgerRecord['backend'];
  readonly plan: Plan;
  /** As it was read, for `apply` to read it by all of its rules again: it must lead to the steps. */
  readonly spec: readonly SpecText[];
  /** Name → value: see plan/facts.ts. */
  readonly facts: Readonly<Record<string, string>>;
}

/** The largest plan, one step for each PASID of a device, is smaller. */
export const PLAN_LIMIT_BYTES: number = 256 << 20;

/** Undone by: parsePlanFile of read-plan-file.ts. */
export function formatPlanFile(saved: SavedPlan): string {
  return `${seal(saved, PLAN_SEAL)}\n`;
}

/**
 * Only over a saved plan, of whatever version, or an empty file.
 *
 * @throws FileError when something else is there, or the system's error
 */
export function writePlanFile(path: string, saved: SavedPlan): void {
  demandPlanOrNothing(path);
  writeAtomically(path, formatPlanFile(saved));
}

/** @throws FileError when something else is there, or the system's error */
function demandPlanOrNothing(path: string): void {
  const stats = lstatIfThere(path);
  if (stats === null) return;
  demandReplaceable(path);
  if (stats.size === 0 || readStart(path, PLAN_HEAD.length).toString() === PLAN_HEAD) return;
  throw new FileError(
    'a file that is not a saved plan is there, and is not replaced',
    'Give the path of a saved plan, or of a file that does not exist yet.',
  );
}
