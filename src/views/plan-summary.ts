/** What a plan comes to: how much is added, changed and removed, and what stops meanwhile. */

import type { Disruption, Plan, PlannedStep } from '../model/plan.ts';
import { deviceOf, traitsOf, viommuOf } from '../steps/step-kinds.ts';
import type { Action } from '../steps/traits.ts';

export interface PlanSummary {
  readonly create: number;
  readonly change: number;
  readonly remove: number;
  /** The worst that any step does. */
  readonly disruption: Disruption;
  /** Names of devices and vIOMMUs that suffer it, sorted; none when everything stays live. */
  readonly disrupted: readonly string[];
}

const WORST_FIRST: readonly Disruption[] = ['host-reboot', 'vm-restart', 'device-reset', 'dma-fault', 'live'];

export function summarize({ steps }: Plan): PlanSummary {
  const count = (action: Action): number => steps.filter(({ step }) => traitsOf(step).action === action).length;
  const disruption = WORST_FIRST.find((worst) => steps.some((planned) => planned.disruption === worst)) ?? 'live';
  return {
    create: count('create'),
    change: count('change'),
    remove: count('remove'),
    disruption,
    disrupted: disruption === 'live' ? [] : sufferers(steps.filter((planned) => planned.disruption === disruption)),
  };
}

function sufferers(steps: readonly PlannedStep[]): readonly string[] {
  const names = steps.map(({ step }) => deviceOf(step) ?? viommuOf(step)).filter((name) => name !== null);
  return [...new Set(names)].sort();
}
