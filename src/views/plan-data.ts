/** A plan for programs: `schema/plan.v1.schema.json` describes it. */

import type { Plan, PlannedStep, Step } from '../model/plan.ts';
import { API_VERSION, FORMAT_VERSIONS } from './api-version.ts';
import { actionOf, summarize } from './plan-summary.ts';
import { describeStep } from './step-text.ts';
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
  return { action: actionOf(step), description: describeStep(step), reason, disruption, step: stepData(step) };
}

/** The step itself: `kind`, then its fields by name. */
export function stepData(step: Step): Data {
  return ordered(withOrderedParts(step), 'kind');
}

function withOrderedParts(step: Step): { readonly [key: string]: Data | undefined } {
  if ('handover' in step) return { ...step, handover: ordered({ ...step.handover }) };
  if ('memory' in step) return { ...step, memory: ordered({ ...step.memory }) };
  if ('stage' in step) return { ...step, stage: ordered({ ...step.stage }) };
  return { ...step };
}
