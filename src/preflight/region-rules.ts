/** Reserved regions of the groups: those that refuse the devices, and those that guest memory may not cover. */

import type { Evidence } from '../diagnostics/finding.ts';
import { apertureOf, chosenStage, type Stages, stagesOf, type TableWidths } from '../linux/apertures.ts';
import { groupOf, refusingRegions, unmappableRegions } from '../linux/reserved-regions.ts';
import { scalableMode } from '../linux/scalable-mode.ts';
import type { ReservedRegion } from '../model/host.ts';
import type { MemorySpec } from '../model/spec.ts';
import { hex } from '../text/hex.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, namesOf, type UsedUnit } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { groupsOf } from './group-rules.ts';

/** A region that must stay mapped 1:1 keeps every owner out; regions that could not be read are told once. */
export function* directRegion(context: Context): Iterable<Problem> {
  const unread: Assigned[] = [];
  for (const [number, devices] of groupsOf(context)) {
    const group = groupOf(context.host, number);
    if (group?.regions === undefined || group.regions === null) unread.push(...devices);
    else if (group.regions.length === 0) unread.push(...devices.filter(({ unit }) => hasWindow(unit)));
    const [region] = group === null ? [] : refusingRegions(group);
    const [first] = devices;
    if (region === undefined || first === undefined) continue;
    yield problem(context, {
      devices: namesOf(devices),
      code: 'HOST_DIRECT_REGION',
      message: `${first.device.name}: the firmware wants ${rangeOf(region)} mapped 1:1 for IOMMU group ${number} of ${first.device.address} at all times.`,
      at: { origin: first.device.origin, key: 'address' },
      evidence: [regionEvidence(number, region)],
      confirm: `grep -w direct /sys/kernel/iommu_groups/${number}/reserved_regions`,
    });
  }
  const [first] = unread;
  if (first === undefined) return;
  yield problem(context, {
    devices: namesOf(unread),
    code: 'HOST_REGIONS_UNKNOWN',
    message: `The reserved regions of ${deviceNames(unread)} could not be read.`,
    at: { origin: first.device.origin, key: 'address' },
    evidence: [{ source: `${GROUPS}/${first.fn.group}/reserved_regions`, value: 'not read, or empty' }],
    unknown: true,
  });
}

/** VT-d always reserves its interrupt window, so an empty file was not captured. */
function hasWindow(unit: Assigned['unit']): boolean {
  return unit !== null && unit.version !== null;
}

const GROUPS = '/sys/kernel/iommu_groups';

function regionEvidence(group: number, region: ReservedRegion): Evidence {
  return { source: `${GROUPS}/${group}/reserved_regions`, value: `${rangeOf(region)} ${region.type}` };
}

function rangeOf({ first, last }: Pick<ReservedRegion, 'first' | 'last'>): string {
  return `${hex(first)}–${hex(last)}`;
}

/** Each region once per range of memory, though several devices of the vIOMMU may have it. */
export function* memoryReserved(context: Context): Iterable<Problem> {
  for (const viommu of context.spec.viommus.filter(({ holder }) => holder === 'agent')) {
    const devices = context.assigned.filter((device) => device.viommu?.name === viommu.name);
    for (const memory of viommu.memory) {
      const told = new Set<string>();
      for (const { device, region, group } of devices.flatMap((one) => regionsOver(one, memory, context))) {
        const range = `${rangeOf(region)} (${region.type})`;
        if (told.has(range)) continue;
        told.add(range);
        yield problem(context, {
          devices: namesOf(devices),
          code: 'HOST_MEMORY_RESERVED',
          message: `${viommu.name}: the memory region ${rangeOf(span(memory))} covers ${range}, which is reserved for ${device.device.name} (IOMMU group ${group}).`,
          at: { origin: memory.origin, key: 'guestAddress' },
          advice: gapAdvice(region),
          evidence: [regionEvidence(group, region)],
          confirm: `cat ${GROUPS}/${group}/reserved_regions`,
        });
      }
    }
  }
}

interface Covered {
  readonly device: Assigned;
  readonly group: number;
  readonly region: ReservedRegion;
}

function regionsOver(device: Assigned, memory: MemorySpec, { host }: Context): Covered[] {
  const { group } = device.fn;
  if (group === null || memory.sizeBytes === 0n) return [];
  const { first, last } = span(memory);
  return unmappableRegions(groupOf(host, group), device.unit)
    .filter((region) => region.first <= last && first <= region.last)
    .map((region) => ({ device, group, region }));
}

function span({ guestAddress, sizeBytes }: MemorySpec): { readonly first: bigint; readonly last: bigint } {
  return { first: guestAddress, last: guestAddress + sizeBytes - 1n };
}

function gapAdvice({ first, last }: ReservedRegion): string {
  const above = `from ${hex(last + 1n)} on`;
  return first === 0n ? `Place guest memory ${above}.` : `Split the region in two, below ${hex(first)} and ${above}.`;
}

/** Memory beyond what the table maps that the kernel makes for it; where it can make none, unit-rules.ts tells. A second stage narrower than `addressWidth` is told as such. */
export function* memoryBeyondTable(context: Context): Iterable<Problem> {
  for (const used of context.used.filter(({ viommu, unit }) => viommu.holder === 'agent' && unit.version !== null)) {
    const { viommu, unit, devices } = used;
    const widths = widthsOf(used, context);
    const chosen = chosenStage(widths, viommu.firstStage ? 'parent' : 'plain');
    if (chosen === null) continue;
    const { stage, widthBits, last } = apertureOf(widths, chosen);
    for (const memory of viommu.memory) {
      if (span(memory).last <= last) continue;
      yield problem(context, {
        devices: namesOf(devices),
        code: 'HOST_MEMORY_BEYOND_TABLE',
        message: `${viommu.name}: the memory region ends at ${hex(span(memory).last)}, but the ${stage}-stage tables of ${unit.name}, the IOMMU of ${deviceNames(devices)}, map addresses up to ${hex(last)}.`,
        at: { origin: memory.origin, key: 'guestAddress' },
        evidence: [
          { source: `/sys/class/iommu/${unit.name}/intel-iommu/cap`, value: `${widthBits}-bit ${stage} stage` },
        ],
      });
    }
  }
}

function widthsOf({ unit, cap, ecap }: UsedUnit, { host }: Context): TableWidths & Stages {
  return {
    guestWidthBits: cap.guestAddressBits,
    tableWidths: cap.secondStageWidths.reduce((bits, width) => bits | (1 << ((width - 30) / 9)), 0),
    fiveLevels: cap.firstStage5Level,
    ...stagesOf(ecap, { scalable: scalableMode(unit, host).state !== 'off' }),
  };
}
