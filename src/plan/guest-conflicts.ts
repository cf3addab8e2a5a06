/** Steps that would take from a running guest what its engine has attached. */

import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Live, LiveViommu } from '../model/live.ts';
import { pasidWords } from '../model/pasid.ts';
import type { Plan, Step } from '../model/plan.ts';

/**
 * The engine is not told of such steps: the kernel would refuse a free with EBUSY, and a PASID would be attached by spec and guest
 * in turn.
 */
export function guestConflicts({ steps }: Plan, { viommus }: Live): readonly Diagnostic[] {
  const guests = new Map(viommus.map((viommu) => [viommu.name, viommu]));
  const lost = new Set<string>();
  const problems: Diagnostic[] = [];
  for (const { step } of steps) {
    const viommu = 'viommu' in step ? guests.get(step.viommu) : undefined;
    if (viommu === undefined) continue;
    for (const device of devicesLost(step, viommu)) lost.add(`${device} of vIOMMU ${viommu.name}`);
    problems.push(...pasidsTaken(step, viommu));
  }
  return [
    ...[...lost].map((device) => diagnostic('HOST_GUEST_RUNS', `${device}: a running guest has it attached.`)),
    ...problems,
  ];
}

/** Devices of a guest that lose their binding to the iommufd, or their nest parent. */
function devicesLost(step: Step, { devices }: LiveViommu): readonly string[] {
  const ofGuest = devices.filter(({ ridOwner }) => ridOwner === 'guest');
  const isLost = ({ name, unit }: { readonly name: string; readonly unit: string }): boolean =>
    step.kind === 'close-viommu' ||
    (step.kind === 'release-device' && step.device === name) ||
    (step.kind === 'free-parent' && step.unit === unit);
  return ofGuest.filter(isLost).map(({ name }) => name);
}

function pasidsTaken(step: Step, { name, bindings }: LiveViommu): readonly Diagnostic[] {
  if (step.kind !== 'attach-pasids' && step.kind !== 'replace-pasids') return [];
  return bindings
    .filter(({ owner, device, first, last }) => {
      return owner === 'guest' && device === step.device && first <= step.last && step.first <= last;
    })
    .map(({ device, first, last }) => {
      const both = { first: Math.max(first, step.first), last: Math.min(last, step.last) };
      const message = `${device} of vIOMMU ${name}: a running guest has ${pasidWords(both)} attached.`;
      return diagnostic('HOST_GUEST_HAS_PASID', message);
    });
}
