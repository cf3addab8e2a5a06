/** What a plan comes to: how much is added, changed and removed, and what stops meanwhile. */

import type { Disruption, Plan, PlannedStep, Step, StepKind } from '../model/plan.ts';

export type Action = 'create' | 'change' | 'remove';

export interface PlanSummary {
  readonly create: number;
  readonly change: number;
  readonly remove: number;
  /** The worst that any step does. */
  readonly disruption: Disruption;
  /** Names of devices and vIOMMUs that suffer it, sorted; none when everything stays live. */
  readonly disrupted: readonly string[];
}

const ACTIONS: Readonly<Record<StepKind, Action>> = {
  'load-module': 'create',
  'unload-module': 'remove',
  'take-device': 'create',
  'give-back-device': 'remove',
  'keep-device': 'remove',
  'reclaim-device': 'create',
  'create-file': 'create',
  'remove-file': 'remove',
  'open-viommu': 'create',
  'close-viommu': 'remove',
  'bind-device': 'create',
  'release-device': 'remove',
  'map-memory': 'create',
  'unmap-memory': 'remove',
  'alloc-parent': 'create',
  'free-parent': 'remove',
  'attach-rid': 'create',
  'detach-rid': 'remove',
  'alloc-first-stage': 'create',
  'free-first-stage': 'remove',
  'attach-pasids': 'create',
  'detach-pasids': 'remove',
  'replace-pasids': 'change',
  'set-domain': 'change',
};

const WORST_FIRST: readonly Disruption[] = ['host-reboot', 'vm-restart', 'device-reset', 'live'];

export function actionOf(step: Step): Action {
  return ACTIONS[step.kind];
}

export function summarize({ steps }: Plan): PlanSummary {
  const count = (action: Action): number => steps.filter(({ step }) => actionOf(step) === action).length;
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

/** The device a step is about; `null` when it is about more or less than one. */
export function deviceOf(step: Step): string | null {
  if ('handover' in step) return step.handover.device;
  return 'device' in step ? step.device : null;
}

/** The vIOMMU a step belongs to; `null` for the host itself. */
export function viommuOf(step: Step): string | null {
  return 'viommu' in step ? step.viommu : null;
}
