/** The step that undoes a step. Total, and its own inverse. */

import type { Step, StepKind } from '../model/plan.ts';

const OPPOSITE = {
  'load-module': 'unload-module',
  'unload-module': 'load-module',
  'take-device': 'give-back-device',
  'give-back-device': 'take-device',
  'keep-device': 'reclaim-device',
  'reclaim-device': 'keep-device',
  'create-file': 'remove-file',
  'remove-file': 'create-file',
  'open-viommu': 'close-viommu',
  'close-viommu': 'open-viommu',
  'bind-device': 'release-device',
  'release-device': 'bind-device',
  'map-memory': 'unmap-memory',
  'unmap-memory': 'map-memory',
  'alloc-parent': 'free-parent',
  'free-parent': 'alloc-parent',
  'attach-rid': 'detach-rid',
  'detach-rid': 'attach-rid',
  'alloc-first-stage': 'free-first-stage',
  'free-first-stage': 'alloc-first-stage',
  'attach-pasids': 'detach-pasids',
  'detach-pasids': 'attach-pasids',
  'replace-pasids': 'replace-pasids',
  'set-domain': 'set-domain',
} as const satisfies Record<StepKind, StepKind>;

export function invertStep(step: Step): Step {
  if (step.kind === 'replace-pasids' || step.kind === 'set-domain') {
    return { ...step, from: step.to, to: step.from } as Step;
  }
  // Both kinds of a pair carry the same fields, which the compiler cannot see through the table.
  return { ...step, kind: OPPOSITE[step.kind] } as Step;
}
