/**
 * A PASID belongs to the whole IOMMU group: each member must be able to carry it, and all of them have one page table at it:
 * src/linux/group-pasids.ts.
 */

import type { Evidence } from '../diagnostics/finding.ts';
import { fitsGroup, groupPasidLimit, maxPasids, sharesTable } from '../linux/group-pasids.ts';
import { isReadVtd } from '../linux/unit-registers.ts';
import { groupBy } from '../model/group-by.ts';
import type { IommuUnit, PciFunction } from '../model/host.ts';
import { firstStageRef, formatHwptRef } from '../model/hwpt-ref.ts';
import { formatPasids, type PasidRange, pasidWords } from '../model/pasid.ts';
import type { BindingSpec, FirstStage } from '../model/spec.ts';
import { hex } from '../text/hex.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { decodeEcap } from '../vtd/capability.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, listed, type Place } from './context.ts';
import { groupsOf } from './group-rules.ts';
import { bitLength } from './needs.ts';

/** Members count whether the spec lists them or not. A width that could not be read may be too small. */
export function* narrowMember(context: Context): Iterable<Problem> {
  const members = membersOf(context);
  for (const [group, devices] of groupsOf(context)) {
    const others = members.get(group) ?? [];
    const narrow = narrowest(others);
    const unread = others.filter(({ fn }) => fn.capabilities === 'unknown');
    for (const device of devices) {
      const beyond = narrow === null ? [] : device.bindings.filter(({ last }) => !fitsGroup(last, narrow.limit));
      if (narrow !== null) {
        const name = nameAmong(devices, narrow.fn);
        for (const binding of beyond) yield tooWide(context, { group, device, binding, narrow, name });
      }
      if (device.bindings.length > 0 && beyond.length === 0 && unread.length > 0) {
        yield widthUnknown(context, { group, device, unread, devices });
      }
    }
  }
}

interface Member {
  readonly fn: PciFunction;
  /** The first PASID that it cannot carry; 0 without PASIDs. */
  readonly limit: number;
}

/** Functions by group. A unit whose registers are not known has no PASIDs that are. */
function membersOf({ host }: Context): ReadonlyMap<number | null, readonly Member[]> {
  const pasids = new Map(host.units.filter(isReadVtd).map((unit) => [unit.name, pasidsOf(unit)]));
  const members = host.functions.map((fn) => ({ fn, limit: maxPasids(fn, pasids.get(fn.unit ?? '') ?? 0) }));
  return groupBy(members, ({ fn }) => fn.group);
}

function pasidsOf({ ecap }: IommuUnit): number {
  const { pasidBits } = decodeEcap(ecap);
  return pasidBits === 0 ? 0 : 2 ** pasidBits;
}

function narrowest(members: readonly Member[]): Member | null {
  const least = groupPasidLimit(members.map(({ limit }) => limit));
  return least === 0 ? null : (members.find(({ limit }) => limit === least) ?? null);
}

interface Beyond {
  readonly group: number;
  readonly device: Assigned;
  readonly binding: BindingSpec;
  readonly narrow: Member;
  /** Of the member, for the message. */
  readonly name: string;
}

function tooWide(context: Context, { group, device, binding, narrow, name }: Beyond): Problem {
  const bits = bitLength(narrow.limit - 1);
  return problem(context, {
    devices: [device.device.name],
    code: 'HOST_GROUP_PASID_TOO_WIDE',
    message: `${device.device.name}: PASID ${binding.last} needs ${bitLength(binding.last)} bits; ${name}, which is in IOMMU group ${group} with ${device.device.address}, has ${bits}.`,
    at: placeOf(binding),
    evidence: [widthEvidence(narrow.fn)],
    confirm: membersCommand(group),
  });
}

interface Unread {
  readonly group: number;
  readonly device: Assigned;
  readonly unread: readonly Member[];
  /** Those of the spec in the group. */
  readonly devices: readonly Assigned[];
}

function widthUnknown(context: Context, { group, device, unread, devices }: Unread): Problem {
  const names = listed(unread.map(({ fn }) => nameAmong(devices, fn)));
  return problem(context, {
    devices: [device.device.name],
    code: 'HOST_GROUP_PASIDS_UNKNOWN',
    message: `${device.device.name}: how wide the PASIDs of ${names} are, in IOMMU group ${group} with ${device.device.address}, could not be read.`,
    at: { origin: device.device.origin, key: 'address' },
    evidence: unread.slice(0, 8).map(({ fn }) => widthEvidence(fn)),
    unknown: true,
  });
}

/** `0000:6a:02.0 (dsa1)` when the spec lists it. */
function nameAmong(devices: readonly Assigned[], fn: PciFunction): string {
  const found = devices.find((one) => one.fn === fn);
  return found === undefined ? fn.address : `${fn.address} (${found.device.name})`;
}

function widthEvidence({ address, capabilities }: PciFunction): Evidence {
  const pasid = capabilities === 'unknown' ? 'not read' : capabilities.pasid;
  const value = typeof pasid === 'string' ? pasid : pasid === null ? 'no PASIDs' : `PASID width ${pasid.widthBits}`;
  return { source: `${pciFolder(address)}/config`, value };
}

function membersCommand(group: number): string {
  return `for d in /sys/kernel/iommu_groups/${group}/devices/*; do sudo lspci -vvs "\${d##*/}"; done`;
}

function placeOf({ origin, first, last }: BindingSpec): Place {
  return { origin, key: first === last ? 'pasid' : 'pasids' };
}

/** Widths in the groups that the devices share with others, for the fine case. */
export function sharedGroupEvidence(context: Context): readonly Evidence[] {
  const members = membersOf(context);
  const shared = [...groupsOf(context).keys()]
    .map((group) => members.get(group) ?? [])
    .filter(({ length }) => length > 1);
  return shared
    .flat()
    .slice(0, 8)
    .map(({ fn }) => widthEvidence(fn));
}

/**
 * Bindings of two devices of one group that meet at a PASID with different page tables. Which HWPT a guest asks for in its ranges
 * nobody knows yet: it may be the nest parent, so that only page tables of the spec are in its way.
 */
export function* pasidConflict(context: Context): Iterable<Problem> {
  for (const [group, devices] of groupsOf(context)) {
    // Two vIOMMUs in one group are told by groupSplit.
    for (const together of groupBy(devices, ({ viommu }) => viommu?.name).values()) {
      if (together.length > 1) yield* meetings(together).map((meeting) => conflict(context, group, meeting));
    }
  }
}

interface Use {
  readonly device: Assigned;
  readonly binding: BindingSpec;
  /** Of the page table: equal for equal ones. */
  readonly table: string;
}

interface Meeting {
  readonly earlier: Use;
  readonly later: Use;
}

/**
 * Each use that meets an earlier one with another table, with that one. In ascending order only two earlier uses matter: the one that
 * reaches furthest, and the one of another table that does. So the time is that of the sort.
 */
function meetings(devices: readonly Assigned[]): Meeting[] {
  const uses = devices.flatMap((device) => device.bindings.map((binding) => useOf(device, binding)));
  const found: Meeting[] = [];
  let furthest: Use | null = null;
  let other: Use | null = null;
  for (const later of uses.sort((a, b) => a.binding.first - b.binding.first)) {
    const earlier: Use | null = sharesTable(furthest?.table ?? null, later.table) ? other : furthest;
    if (earlier !== null && earlier.binding.last >= later.binding.first) found.push({ earlier, later });
    if (furthest === null || later.binding.last > furthest.binding.last) {
      if (furthest !== null && furthest.table !== later.table) other = furthest;
      furthest = later;
    } else if (later.table !== furthest.table && (other === null || later.binding.last > other.binding.last)) {
      other = later;
    }
  }
  return found;
}

function useOf(device: Assigned, binding: BindingSpec): Use {
  const { target } = binding;
  const table = target.kind === 'first-stage' ? formatHwptRef(firstStageRef(device.fn.unit ?? '', target)) : 'parent';
  return { device, binding, table };
}

function conflict(context: Context, group: number, { earlier, later }: Meeting): Problem {
  const both: PasidRange = {
    first: later.binding.first,
    last: Math.min(earlier.binding.last, later.binding.last),
  };
  const one = both.first === both.last;
  const range = [earlier, later].find(({ binding }) => binding.target.kind === 'guest');
  return problem(context, {
    devices: [earlier.device.device.name, later.device.device.name],
    code: 'HOST_GROUP_PASID_CONFLICT',
    message: `${later.device.device.name} and ${earlier.device.device.name} are both in IOMMU group ${group}, which has one page table at a PASID: ${pasidWords(both)} ${one ? 'is' : 'are'} ${targetWords(later)} and ${targetWords(earlier)}${lineOf(context, earlier)}.`,
    at: placeOf(later.binding),
    ...(range === undefined ? {} : { advice: leaveOut(range, both) }),
    evidence: [earlier, later].map(({ device }) => ({
      source: `${pciFolder(device.fn.address)}/iommu_group`,
      value: String(group),
    })),
  });
}

/** `bound to page table 0x2000000 (48 bits) for dsa0` */
function targetWords({ device, binding: { target } }: Use): string {
  const { name } = device.device;
  switch (target.kind) {
    case 'first-stage':
      return `bound to ${tableWords(target)} for ${name}`;
    case 'pass-through':
      return `passed through for ${name}`;
    case 'guest':
      return `left to the guest for ${name}`;
  }
}

/** Everything in which two page tables can differ. */
function tableWords({ pageTable, addressWidth, supervisor, writeProtect, extendedAccess }: FirstStage): string {
  const flags = Object.entries({ supervisor, writeProtect, extendedAccess }).filter(([, on]) => on);
  return `page table ${hex(pageTable)} (${[`${addressWidth} bits`, ...flags.map(([name]) => name)].join(', ')})`;
}

/** ` (spec.yaml:14)` */
function lineOf({ sources }: Context, { binding }: Use): string {
  const { origin, key } = placeOf(binding);
  const found = sources.locate(origin, key);
  return found === null ? '' : ` (${found.file}:${found.range.start.line})`;
}

function leaveOut({ device, binding }: Use, both: PasidRange): string {
  return `Leave ${pasidWords(both)} out of ${formatPasids(binding)} of ${device.device.name}: the guest cannot bind what has a page table of the spec.`;
}
