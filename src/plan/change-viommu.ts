/**
 * The steps from a vIOMMU as held to the same vIOMMU as wanted. Building it and taking it down are the cases in which one of
 * the two is absent.
 *
 * The removals of all vIOMMUs run before the first addition. Their order is the reverse of building, since a rollback runs it
 * backwards: a nest parent is freed while a device behind its unit is still bound, because its allocation needs one.
 */

import { groupBy } from '../model/group-by.ts';
import { formatHwptRef, heldStageRef, parentRef, sameHwpt } from '../model/hwpt-ref.ts';
import type { LiveDevice, LiveFirstStage, LiveMemory, LiveViommu } from '../model/live.ts';
import type { Owner } from '../model/owner.ts';
import type { PlannedStep, Reason } from '../model/plan.ts';
import { planned } from './planned.ts';
import { diffRanges, type RangeChange } from './ranges.ts';
import type { WantedDevice, WantedFirstStage, WantedViommu } from './wanted.ts';

export interface ViommuChange {
  readonly name: string;
  readonly live: LiveViommu | null;
  readonly wanted: WantedViommu | null;
  /** Why the whole vIOMMU is added or removed. */
  readonly reason: Reason;
}

export interface ViommuSteps {
  readonly removals: readonly PlannedStep[];
  readonly additions: readonly PlannedStep[];
}

export function changeViommu(change: ViommuChange): ViommuSteps {
  const delta = compare(change);
  return { removals: removalSteps(change, delta), additions: additionSteps(change, delta) };
}

/** The differences, by kind of object. */
interface Delta {
  readonly leaving: readonly LiveDevice[];
  readonly coming: readonly WantedDevice[];
  /** Devices whose RID is not attached, and is not attached by a guest's engine either. */
  readonly ridless: readonly WantedDevice[];
  readonly unmapped: readonly LiveMemory[];
  readonly mapped: readonly LiveMemory[];
  readonly ranges: readonly (RangeChange & { readonly device: string })[];
  /** First stages that no binding uses once the unwanted bindings are gone. */
  readonly idleStages: readonly HeldStage[];
  /** First stages that only bindings about to be replaced still use. */
  readonly outgoingStages: readonly HeldStage[];
  readonly newStages: readonly WantedFirstStage[];
  readonly idleUnits: readonly { readonly unit: string; readonly device: string }[];
  readonly newUnits: readonly { readonly unit: string; readonly device: string }[];
}

interface HeldStage {
  readonly key: string;
  readonly held: LiveFirstStage;
  readonly device: string;
}

function compare({ live, wanted }: ViommuChange): Delta {
  const held = live?.devices ?? [];
  const wantedDevices = wanted?.devices ?? [];
  const leaving = held.filter((device) => !wantedDevices.some((other) => serves(device, other)));
  const coming = wantedDevices.filter((device) => !held.some((other) => serves(other, device)));
  const ridless = wantedDevices.filter((device) => !held.some((other) => serves(other, device) && isRidSettled(other)));
  const ranges = rangeChanges({ live, wanted, leaving });
  const stages = compareStages({ live, wanted, ranges });
  const units = (live?.nestParents ?? []).map(({ unit }) => ({ unit, device: deviceBehind(unit, held) }));
  const wantedUnits = unitsOf(wantedDevices);
  return {
    leaving,
    coming,
    ridless,
    unmapped: without(live?.memory ?? [], wanted?.memory ?? []),
    mapped: without(wanted?.memory ?? [], live?.memory ?? []),
    ranges,
    ...stages,
    idleUnits: units.filter(({ unit }) => !wantedUnits.some((other) => other.unit === unit)),
    newUnits: wantedUnits.filter(({ unit }) => !units.some((other) => other.unit === unit)),
  };
}

/** The same device at the same address, with enough PASID bits. */
function serves(held: LiveDevice, wanted: WantedDevice): boolean {
  const same = held.name === wanted.name && held.address === wanted.address && held.unit === wanted.unit;
  return same && held.maxPasidLog2 >= wanted.needPasidLog2;
}

/** True also for the RIDs of a guest, which its engine attaches and detaches. */
function isRidSettled({ ridAttached, ridOwner }: LiveDevice): boolean {
  return ridAttached || ridOwner === 'guest';
}

/** The device through which a HWPT of the unit is made; the empty text only after a failed undo. */
function deviceBehind(unit: string, devices: readonly (LiveDevice | WantedDevice)[]): string {
  return devices.find((device) => device.unit === unit)?.name ?? '';
}

/** Each unit once, with the first device behind it. */
function unitsOf(devices: readonly WantedDevice[]): { unit: string; device: string }[] {
  const first = new Map<string, string>();
  for (const { unit, name } of devices) if (!first.has(unit)) first.set(unit, name);
  return [...first].map(([unit, device]) => ({ unit, device }));
}

function without(regions: readonly LiveMemory[], others: readonly LiveMemory[]): LiveMemory[] {
  const key = ({ file, offsetBytes, sizeBytes, guestAddress }: LiveMemory): string =>
    `${guestAddress} ${sizeBytes} ${offsetBytes} ${file}`;
  const kept = new Set(others.map(key));
  return regions.filter((region) => !kept.has(key(region)));
}

type RangeInput = Pick<ViommuChange, 'live' | 'wanted'> & { readonly leaving: readonly LiveDevice[] };

/** By device, wanted ones in spec order first. A device that is released and bound again loses its bindings in between. */
function rangeChanges({ live, wanted, leaving }: RangeInput): Delta['ranges'] {
  const held = groupBy(ofSpec(live?.bindings), ({ device }) => device);
  const away = new Set(leaving.map(({ name }) => name));
  const names = new Set([...(wanted?.devices ?? []), ...(live?.devices ?? [])].map(({ name }) => name));
  return [...names].flatMap((device) => {
    const from = held.get(device) ?? [];
    const to = wanted?.bindings.get(device) ?? [];
    const pieces = away.has(device) ? [...diffRanges(from, []), ...diffRanges([], to)] : diffRanges(from, to);
    return pieces.map(({ first, last, from: was, to: wanted }) => ({ device, first, last, from: was, to: wanted }));
  });
}

/** Without the objects of a guest, which its engine removes. */
function ofSpec<T extends { readonly owner: Owner }>(held: readonly T[] = []): readonly T[] {
  return held.filter(({ owner }) => owner === 'spec');
}

type StageInput = Pick<ViommuChange, 'live' | 'wanted'> & Pick<Delta, 'ranges'>;

function compareStages({
  live,
  wanted,
  ranges,
}: StageInput): Pick<Delta, 'idleStages' | 'outgoingStages' | 'newStages'> {
  const wantedStages: ReadonlyMap<string, WantedFirstStage> = wanted?.firstStages ?? new Map();
  const replaced = new Set(
    ranges.flatMap(({ from, to }) => (from !== null && to !== null ? [formatHwptRef(from.to)] : [])),
  );
  const held = ofSpec(live?.firstStages).map((stage) => ({
    key: formatHwptRef(heldStageRef(stage)),
    held: stage,
    device: deviceBehind(stage.unit, live?.devices ?? []),
  }));
  const unwanted = held.filter(({ key }) => !wantedStages.has(key));
  const heldKeys = new Set(held.map(({ key }) => key));
  return {
    idleStages: unwanted.filter(({ key }) => !replaced.has(key)),
    // Freed after the leaving devices are released, so the step names a device that stays.
    outgoingStages: unwanted
      .filter(({ key }) => replaced.has(key))
      .map((stage) => ({ ...stage, device: deviceBehind(stage.held.unit, wanted?.devices ?? []) })),
    newStages: [...wantedStages].filter(([key]) => !heldKeys.has(key)).map(([, stage]) => stage),
  };
}

function removalSteps({ name: viommu, live, wanted, reason }: ViommuChange, delta: Delta): PlannedStep[] {
  if (live === null) return [];
  const why: Reason = wanted === null ? reason : 'unwanted';
  const unused: Reason = wanted === null ? reason : 'unused';
  return [
    ...delta.ranges.flatMap(({ device, first, last, from, to }) =>
      from !== null && to === null
        ? [planned(why, { kind: 'detach-pasids', viommu, device, first, last, domain: from.domain, to: from.to })]
        : [],
    ),
    ...delta.leaving
      .filter(({ ridAttached, ridOwner }) => ridAttached && ridOwner === 'spec')
      .map(({ name, unit }) => planned(why, { kind: 'detach-rid', viommu, device: name, to: parentRef(unit) })),
    ...delta.idleStages.map((stage) => planned(unused, freeStage(viommu, stage))),
    ...delta.idleUnits.map(({ unit, device }) => planned(unused, { kind: 'free-parent', viommu, unit, device })),
    ...delta.leaving.map(({ name, address, unit }) =>
      planned(why, { kind: 'release-device', viommu, device: name, address, unit, needPasidLog2: 0 }),
    ),
    ...delta.unmapped.map((memory) => planned(why, { kind: 'unmap-memory', viommu, memory })),
    ...(wanted === null
      ? [planned(why, { kind: 'close-viommu', viommu, pasid: live.pasid, nesting: live.nesting })]
      : []),
  ];
}

function additionSteps({ name: viommu, live, wanted, reason }: ViommuChange, delta: Delta): PlannedStep[] {
  if (wanted === null) return [];
  const why: Reason = live === null ? reason : 'wanted';
  const needed: Reason = live === null ? reason : 'needed';
  return [
    ...(live === null
      ? [planned(why, { kind: 'open-viommu', viommu, pasid: wanted.pasid, nesting: wanted.nesting })]
      : []),
    ...delta.coming.map(({ name, ...device }) =>
      planned(why, { kind: 'bind-device', viommu, device: name, ...device }),
    ),
    ...delta.mapped.map((memory) => planned(why, { kind: 'map-memory', viommu, memory })),
    ...delta.newUnits.map(({ unit, device }) => planned(needed, { kind: 'alloc-parent', viommu, unit, device })),
    ...delta.ridless.map(({ name, unit }) =>
      planned(needed, { kind: 'attach-rid', viommu, device: name, to: parentRef(unit) }),
    ),
    ...delta.newStages.map(({ unit, device, stage }) =>
      planned(needed, { kind: 'alloc-first-stage', viommu, unit, device, stage }),
    ),
    ...delta.ranges.flatMap((range) => replaceSteps(viommu, range)),
    ...delta.ranges.flatMap((range) => bindingSteps(viommu, why, range)),
    ...delta.outgoingStages.map((stage) => planned('unused', freeStage(viommu, stage))),
  ];
}

function freeStage(viommu: string, { held, device }: HeldStage): PlannedStep['step'] {
  const { unit, hwpt: _, owner: __, separate: ___, ...stage } = held;
  return { kind: 'free-first-stage', viommu, unit, device, stage };
}

/**
 * Before any PASID is attached: a replace moves the whole IOMMU group, and a member can be attached only to what the others have there.
 * Source: iommufd/device.c iommufd_device_do_replace, iommufd_hw_pagetable_attach (7.3).
 */
function replaceSteps(viommu: string, { device, first, last, from, to }: Delta['ranges'][number]): PlannedStep[] {
  if (from === null || to === null || sameHwpt(from.to, to.to)) return [];
  const step = { viommu, device, first, last, domain: from.domain, from: from.to, to: to.to };
  return [planned('changed', { kind: 'replace-pasids', ...step })];
}

function bindingSteps(viommu: string, why: Reason, range: Delta['ranges'][number]): PlannedStep[] {
  const { device, first, last, from, to } = range;
  if (to === null) return [];
  if (from === null) {
    return [planned(why, { kind: 'attach-pasids', viommu, device, first, last, domain: to.domain, to: to.to })];
  }
  if (from.domain === to.domain) return [];
  const step = { viommu, device, first, last, from: from.domain, to: to.domain };
  return [planned('changed', { kind: 'set-domain', ...step })];
}
