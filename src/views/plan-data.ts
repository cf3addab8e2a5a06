/** A plan for programs: `schema/plan.v1.schema.json` describes it. */

import { formatHwptRef, isHwptRef } from '../model/hwpt-ref.ts';
import type { Plan, PlannedStep, Step } from '../model/plan.ts';
import { describeStep, riskOf, traitsOf } from '../steps/step-kinds.ts';
import { API_VERSION, FORMAT_VERSIONS } from './api-version.ts';
import { summarize } from './plan-summary.ts';
import { type Data, ordered } from './structured.ts';

export function planData(plan: Plan): Data {
  return {
    apiVersion: API_VERSION,
    kind: 'Plan',
    formatVersion: FORMAT_VERSIONS.plan,
    steps: plan.steps.map(plannedStepData),
    summary: { ...summarize(plan) },
  };
}

export function plannedStepData({ step, reason, disruption }: PlannedStep): Data {
  const risk = riskOf(step);
  return {
    ...{ action: traitsOf(step).action, description: describeStep(step), reason, disruption },
    ...(risk !== null && { risk }),
    step: stepData(step),
  };
}

/** The step itself: `kind`, then its fields by name. */
export function stepData(step: Step): Data {
  return ordered(withOrderedParts(step), 'kind');
}

function withOrderedParts(step: Step): { readonly [key: string]: Data | undefined } {
  if ('handover' in step) return { ...step, handover: ordered({ ...step.handover }) };
  if ('vfs' in step) return { ...step, vfs: ordered({ ...step.vfs }) };
  if ('memory' in step) return { ...step, memory: ordered({ ...step.memory }) };
  if ('stage' in step) return { ...step, stage: ordered({ ...step.stage }) };
  return Object.fromEntries(
    Object.entries(step).map(([name, value]) => [name, isHwptRef(value) ? formatHwptRef(value) : value]),
  );
}
