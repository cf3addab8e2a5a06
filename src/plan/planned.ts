/** A step with its reason, and what it disrupts while it runs. */

import type { PlannedStep, Reason, Step } from '../model/plan.ts';
import { traitsOf } from '../steps/step-kinds.ts';

export function planned(reason: Reason, step: Step): PlannedStep {
  return { step, reason, disruption: traitsOf(step).disruption };
}
