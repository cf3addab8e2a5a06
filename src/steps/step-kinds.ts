/** The one table of step kinds, and what is read from it. */

import type { Live } from '../model/live.ts';
import type { Step, StepKind } from '../model/plan.ts';
import { escapeControls } from '../text/escape.ts';
import { HOST_ROWS } from './host-rows.ts';
import { OBJECT_ROWS } from './object-rows.ts';
import { PASID_ROWS } from './pasid-rows.ts';
import type { StepTraits, TraitsOf } from './traits.ts';

const STEP_KINDS: TraitsOf<StepKind> = { ...HOST_ROWS, ...OBJECT_ROWS, ...PASID_ROWS };

// The table's keys are the kinds, which Object.keys forgets.
export const EVERY_KIND = Object.keys(STEP_KINDS) as readonly StepKind[];

/** The row of the step's own kind: its functions take this very step, and `never` says that no other may be given. */
export function traitsOf({ kind }: Step): StepTraits<never> {
  return STEP_KINDS[kind];
}

/** The step that undoes a step. Total, and its own inverse. */
export function invertStep(step: Step): Step {
  const kind = traitsOf(step).opposite;
  // Both kinds of a pair carry the same fields; what changes from one thing to another changes back.
  return ('from' in step ? { ...step, kind, from: step.to, to: step.from } : { ...step, kind }) as Step;
}

/** Does the step change the host, so that the change stays when our process is gone? */
export function outlivesProcess(step: Step): boolean {
  return traitsOf(step).outlives !== null;
}

/** What is held once a step of a killed run has begun. */
export function heldWhenBegun(live: Live, step: Step): Live {
  return traitsOf(step).outlives?.begun(live, step as never) ?? live;
}

/** What is held once a step has ended. */
export function heldWhenDone(live: Live, step: Step): Live {
  return traitsOf(step).outlives?.done(live, step as never) ?? live;
}

/** One line, safe to print: `attach PASIDs 1-2 of dsa0 to page table 0x2000000 (48 bits), domain 1`. */
export function describeStep(step: Step): string {
  return escapeControls(traitsOf(step).words(step as never));
}

/** What one takes on by approving the step; `null` when nothing. */
export function riskOf(step: Step): string | null {
  return traitsOf(step).risk?.(step as never) ?? null;
}

/** What is not as before once the step was undone; `null` when all of it is. */
export function lostBy(step: Step): string | null {
  return traitsOf(step).lost?.(step as never) ?? null;
}

/** What stays behind when the undoing of the step fails. */
export function leftoverName(step: Step): string {
  return traitsOf(step).leftover(step as never);
}

/** The device a step is about; `null` when it is about more or less than one. */
export function deviceOf(step: Step): string | null {
  if ('handover' in step) return step.handover.device;
  if ('vfs' in step) return step.vfs.device;
  return 'device' in step ? step.device : null;
}

/** The vIOMMU a step belongs to; `null` for the host itself. */
export function viommuOf(step: Step): string | null {
  return 'viommu' in step ? step.viommu : null;
}
