/** A plan as a file: the steps, the facts that they depend on, and the spec that they lead to. */

import type { Plan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import { writeAtomically } from './atomic-file.ts';
import type { LedgerRecord } from './ledger-file.ts';
import { type Seal, seal, unseal } from './sealed.ts';

const SEAL: Seal = { format: 'pasidctl-plan', version: 2 };

/** The first bytes of every saved plan, of whatever version. */
export const PLAN_HEAD = `{"format":${JSON.stringify(SEAL.format)}`;

export interface SavedPlan {
  readonly backend: LedgerRecord['backend'];
  readonly plan: Plan;
  /** For the verification after the last step; apply reads the steps alone. */
  readonly spec: Spec;
  /** Name → value: see plan/facts.ts. */
  readonly facts: Readonly<Record<string, string>>;
}

/** @throws the system's error */
export function writePlanFile(path: string, saved: SavedPlan): void {
  writeAtomically(path, `${seal(saved, SEAL)}\n`);
}

/** The saved plan, or why the text is not one. */
export function parsePlanFile(text: string): SavedPlan | { readonly fault: string } {
  const opened = unseal(text, SEAL);
  // The checksum shows that pasidctl wrote it, so its shape is right.
  return 'fault' in opened ? opened : (opened.value as SavedPlan);
}
