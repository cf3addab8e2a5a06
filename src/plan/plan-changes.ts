/**
 * Desired × observed × held → the steps between them. Pure: equal inputs give byte-identical plans.
 *
 * Order: what goes is taken down first (a device or address may be wanted elsewhere), then the host is prepared, then what
 * comes is built. Within a vIOMMU a changed binding is replaced, so that its old HWPT serves until the new one is in place.
 */

import type { LiveViommu } from '../model/live.ts';
import type { Plan } from '../model/plan.ts';
import { changeViommu, type ViommuSteps } from './change-viommu.ts';
import { prepareHost, releaseHost } from './host-steps.ts';
import type { PlanInput } from './plan-input.ts';
import { type WantedViommu, wantedViommus } from './wanted.ts';

/**
 * The preflight has passed: every device of the spec is there and has a unit.
 *
 * @throws BugError when it has not
 */
export function planChanges(input: PlanInput): Plan {
  const wanted = wantedViommus(input.spec, input.host);
  const names = new Set(wanted.map(({ name }) => name));
  const changes = [
    ...input.live.viommus
      .filter(({ name }) => !names.has(name))
      .map((live) => changeViommu({ name: live.name, live, wanted: null, reason: 'unwanted' })),
    ...wanted.map((viommu) => change(input.live.viommus.find(({ name }) => name === viommu.name) ?? null, viommu)),
  ];
  return {
    steps: [
      ...changes.flatMap(({ removals }) => removals),
      ...releaseHost(input),
      ...prepareHost(input),
      ...changes.flatMap(({ additions }) => additions),
    ],
  };
}

/** A HWPT keeps the flags it was made with, so switching PASIDs or nesting on or off makes everything anew. */
function change(live: LiveViommu | null, wanted: WantedViommu): ViommuSteps {
  const { name } = wanted;
  const sameFlags = live?.pasid === wanted.pasid && live.nesting === wanted.nesting;
  if (live === null || sameFlags) return changeViommu({ name, live, wanted, reason: 'wanted' });
  const { removals } = changeViommu({ name, live, wanted: null, reason: 'rebuild' });
  const { additions } = changeViommu({ name, live: null, wanted, reason: 'rebuild' });
  return { removals, additions };
}
