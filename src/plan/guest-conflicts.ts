/** Steps that would take from a running guest what its engine has attached. */

import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import type { Live, LiveBinding, LiveDevice, LiveViommu } from '../model/live.ts';
import { pasidWords } from '../model/pasid.ts';
import type { Plan, Step } from '../model/plan.ts';
import { firstEndingAtOrAfter } from './ranges.ts';

/**
 * The engine is not told of such steps: the kernel would refuse a free with EBUSY, and a PASID would be attached by spec and guest
 * in turn.
 */
export function guestConflicts({ steps }: Plan, { viommus }: Live): readonly Diagnostic[] {
  const guests = new Map(viommus.filter(hasGuest).map((viommu) => [viommu.name, guestOf(viommu)]));
  if (guests.size === 0) return [];
  const lost = new Set<string>();
  const problems: Diagnostic[] = [];
  for (const { step } of steps) {
    const guest = 'viommu' in step ? guests.get(step.viommu) : undefined;
    if (guest === undefined) continue;
    for (const device of devicesLost(step, guest)) lost.add(`${device} of vIOMMU ${guest.viommu}`);
    problems.push(...pasidsTaken(step, guest));
  }
  return [
    ...[...lost].map((device) => diagnostic('HOST_GUEST_RUNS', `${device}: a running guest has it attached.`)),
    ...problems,
  ];
}

/** What the engine of one vIOMMU has attached. */
interface Guest {
  readonly viommu: string;
  readonly devices: readonly LiveDevice[];
  /** By device; sorted and disjoint. */
  readonly bindings: ReadonlyMap<string, readonly LiveBinding[]>;
}

function hasGuest({ devices }: LiveViommu): boolean {
  return devices.some(({ ridOwner }) => ridOwner === 'guest');
}

function guestOf({ name, devices, bindings }: LiveViommu): Guest {
  return {
    viommu: name,
    devices: devices.filter(({ ridOwner }) => ridOwner === 'guest'),
    bindings: groupBy(
      bindings.filter(({ owner }) => owner === 'guest'),
      ({ device }) => device,
    ),
  };
}

/** Devices of a guest that lose their binding to the iommufd, or their nest parent. */
function devicesLost(step: Step, { devices }: Guest): readonly string[] {
  const isLost = ({ name, unit }: LiveDevice): boolean =>
    step.kind === 'close-viommu' ||
    (step.kind === 'release-device' && step.device === name) ||
    (step.kind === 'free-parent' && step.unit === unit);
  return devices.filter(isLost).map(({ name }) => name);
}

function* pasidsTaken(step: Step, { viommu, bindings }: Guest): Generator<Diagnostic> {
  if (step.kind !== 'attach-pasids' && step.kind !== 'replace-pasids') return;
  const ranges = bindings.get(step.device) ?? [];
  for (let index = firstEndingAtOrAfter(ranges, step.first); index < ranges.length; index++) {
    const range = ranges[index];
    if (range === undefined || range.first > step.last) return;
    const both = { first: Math.max(range.first, step.first), last: Math.min(range.last, step.last) };
    const message = `${step.device} of vIOMMU ${viommu}: a running guest has ${pasidWords(both)} attached.`;
    yield diagnostic('HOST_GUEST_HAS_PASID', message);
  }
}
