/**
 * Spec × machine × ledger → the steps from the ledger to the spec. Pure: equal inputs give byte-identical plans.
 *
 * Order: removals first (a device or address may be wanted elsewhere), then the preparation of the host, then additions. Within
 * a vIOMMU a changed binding is replaced, so that its old HWPT stays attached until the new one is.
 */

import { withDeclaredVfs } from '../linux/predicted-vfs.ts';
import type { LiveViommu } from '../model/live.ts';
import type { Plan } from '../model/plan.ts';
import { changeViommu, type ViommuSteps } from './change-viommu.ts';
import { prepareHost, releaseHost } from './host-steps.ts';
import type { PlanInput } from './plan-input.ts';
import { type WantedViommu, wantedViommus } from './wanted.ts';

/**
 * Call it after a preflight without errors: every device of the spec exists and has a unit.
 *
 * @throws BugError when one does not
 */
export function planChanges(given: PlanInput): Plan {
  const input = { ...given, host: withDeclaredVfs(given.host, given.spec), observed: given.host };
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

/** The flags of a HWPT cannot change, so switching PASIDs or nesting on or off rebuilds the vIOMMU. */
function change(live: LiveViommu | null, wanted: WantedViommu): ViommuSteps {
  const { name } = wanted;
  const sameFlags = live?.pasid === wanted.pasid && live.nesting === wanted.nesting;
  if (live === null || sameFlags) return changeViommu({ name, live, wanted, reason: 'wanted' });
  const { removals } = changeViommu({ name, live, wanted: null, reason: 'rebuild' });
  const { additions } = changeViommu({ name, live: null, wanted, reason: 'rebuild' });
  return { removals, additions };
}
