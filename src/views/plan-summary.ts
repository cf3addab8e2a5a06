/** The summary of a plan: how many steps add, change and remove, and what they disrupt. */

import type { Disruption, Plan, PlannedStep } from '../model/plan.ts';
import { deviceOf, traitsOf, viommuOf } from '../steps/step-kinds.ts';
import type { Action } from '../steps/traits.ts';

export interface PlanSummary {
  readonly create: number;
  readonly change: number;
  readonly remove: number;
  /** The worst disruption of any step. */
  readonly disruption: Disruption;
  /** Names of the devices and vIOMMUs with this disruption, sorted; none when it is `live`. */
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
