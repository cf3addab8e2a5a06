/**
 * IOMMU groups have one DMA owner: binding a device claims the whole group.
 * Source: drivers/iommu/iommu.c iommu_device_claim_dma_owner (7.3).
 */

import type { Evidence } from '../diagnostics/finding.ts';
import { leavesGroup } from '../linux/group-owner.ts';
import { groupOf } from '../linux/reserved-regions.ts';
import { groupBy } from '../model/group-by.ts';
import type { DeviceHolder, GroupMember, PciFunction } from '../model/host.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, listed, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { writeCommand } from './shell.ts';
import { leavingDrivers } from './vmd-rules.ts';

/**
 * A member on another kernel driver, whatever its class, and on whatever bus. Devices of the spec count as taken: they leave their
 * drivers first.
 */
export function* groupNotViable(context: Context): Iterable<Problem> {
  const { functions, kernel } = context.host;
  const taken = leavingDrivers(context);
  const members = groupBy(functions, ({ group }) => group);
  const unread: Assigned[] = [];
  for (const [group, devices] of groupsOf(context)) {
    const [first] = devices;
    const known = groupOf(context.host, group);
    // A group of which nothing is known is told by directRegion.
    if (known !== null && known.others === null) unread.push(...devices);
    const others = [
      ...(members.get(group) ?? []).filter(({ address }) => !taken.has(address)).map(functionMember),
      ...(known?.others ?? []).map((member) => otherMember(member, group)),
    ].filter((member) => !leavesGroup(member, kernel.release));
    if (first === undefined || others.length === 0) continue;
    yield problem(context, {
      devices: namesOf(devices),
      code: 'HOST_GROUP_NOT_VIABLE',
      message: `${first.device.name}: IOMMU group ${group} of ${first.device.address} also has devices on drivers that do DMA: ${listed(others.map(({ words }) => words))}.`,
      at: { origin: first.device.origin, key: 'address' },
      evidence: others.slice(0, 8).map(driverEvidence),
      ...fixBy(others),
      confirm: `for d in ${GROUPS}/${group}/devices/*; do echo "$d $(readlink "$d/driver")"; done`,
    });
  }
  if (unread.length > 0) yield membersUnknown(context, unread);
}

const GROUPS = '/sys/kernel/iommu_groups';

function membersUnknown(context: Context, unread: readonly Assigned[]): Problem {
  const [first] = unread;
  return problem(context, {
    devices: namesOf(unread),
    code: 'HOST_GROUP_MEMBERS_UNKNOWN',
    message: `Whether devices that are no PCI functions are in the IOMMU groups of ${deviceNames(unread)} could not be read.`,
    at: first === undefined ? null : { origin: first.device.origin, key: 'address' },
    evidence: [{ source: `${GROUPS}/${first?.fn.group}/devices`, value: 'not read' }],
    unknown: true,
    confirm: `ls ${GROUPS}/${first?.fn.group}/devices`,
  });
}

/** A device of a group, of whatever bus. */
interface Member {
  readonly name: string;
  readonly driver: string | null;
  /** `0000:6a:1f.0 (lpc_ich, an ISA bridge)` */
  readonly words: string;
  /** Where its driver shows. */
  readonly link: string;
  /** The file that ends its driver. */
  readonly unbind: string;
}

function functionMember({ address, driver, classCode }: PciFunction): Member {
  const kind = BRIDGES[classCode >> 8];
  return {
    ...{ name: address, driver, link: `${pciFolder(address)}/driver`, unbind: `/sys/bus/pci/drivers/${driver}/unbind` },
    words: `${address} (${driver}${kind === undefined ? '' : `, ${kind}`})`,
  };
}

function otherMember({ name, driver }: GroupMember, group: number): Member {
  const link = `${GROUPS}/${group}/devices/${name}/driver`;
  return { name, driver, link, unbind: `${link}/unbind`, words: `${name} (${driver}, no PCI function)` };
}

/** Bridges that are in a group with devices more often than others. Source: linux/pci_ids.h PCI_CLASS_BRIDGE_* (7.3). */
const BRIDGES: Readonly<Record<number, string>> = { 1536: 'a host bridge', 1537: 'an ISA bridge', 1540: 'a bridge' };

function driverEvidence({ link, driver }: Member): Evidence {
  return { source: link, value: driver ?? 'none' };
}

/** Unbinding them, when there are few; a name that a shell would read otherwise is not put into a command. */
function fixBy(others: readonly Member[]): { readonly fix?: string } {
  const plain = others.every(({ name, driver }) => isPlain(name) && isPlain(driver ?? ''));
  if (!plain || others.length > 4) return {};
  return { fix: writeCommand(...others.map(({ name, unbind }) => [name, unbind] as const)) };
}

function isPlain(name: string): boolean {
  return /^[\w.+:-]{1,64}$/.test(name) && !name.startsWith('.');
}

/**
 * Another process has a member open, or the file of the group: it owns the group. Who has the device itself is told by another check.
 * Only for what pasidctl binds: with QEMU as the holder the process may be that QEMU.
 */
export function* groupOwned(context: Context): Iterable<Problem> {
  const groups = new Map(context.host.functions.map(({ address, group }) => [address, group]));
  const bound = new Set(context.live.viommus.flatMap(({ devices }) => devices.map(({ address }) => address)));
  const foreign = context.host.holders.filter(({ address }) => address !== null && !bound.has(address));
  const holders = groupBy(foreign, ({ address }) => (address === null ? null : (groups.get(address) ?? null)));
  for (const [group, devices] of groupsOf(context)) {
    const ours = devices.filter(({ viommu, fn }) => viommu?.holder === 'agent' && !bound.has(fn.address));
    const [first] = ours;
    const inGroup = holders.get(group) ?? [];
    const told = new Set(
      inGroup.flatMap(({ address, pid }) => (ours.some(({ fn }) => fn.address === address) ? pid : [])),
    );
    const others = inGroup.filter(({ pid }) => !told.has(pid));
    if (first === undefined || others.length === 0) continue;
    yield problem(context, {
      devices: namesOf(ours),
      code: 'HOST_GROUP_OWNED',
      message: `${first.device.name}: IOMMU group ${group} of ${first.device.address} belongs to another process: ${listed(others.map((holder) => holderWords(holder, group)))}.`,
      at: { origin: first.device.origin, key: 'address' },
      evidence: others
        .slice(0, 8)
        .map((holder) => ({ source: `/proc/${holder.pid}/fd`, value: openFile(holder, group) })),
      confirm: `sudo fuser -v /dev/vfio/${group} /dev/vfio/devices/*`,
    });
  }
}

/** `qemu (pid 4242) has 0000:6a:1f.0 open` */
function holderWords(holder: DeviceHolder, group: number | null): string {
  return `${holder.command} (pid ${holder.pid}) has ${openFile(holder, group)} open`;
}

function openFile({ address, through }: DeviceHolder, group: number | null): string {
  return through === 'group' ? `/dev/vfio/${group}` : String(address);
}

export function* groupSplit(context: Context): Iterable<Problem> {
  for (const [group, devices] of groupsOf(context)) {
    const [first, ...rest] = devices.filter(({ viommu }) => viommu !== null);
    const other = rest.find(({ viommu }) => viommu !== first?.viommu);
    if (first === undefined || other === undefined) continue;
    const message = `${placed(first)} and ${placed(other)} are both in IOMMU group ${group}.`;
    const at = { origin: other.device.origin, key: 'address' };
    yield problem(context, { code: 'HOST_GROUP_SPLIT', message, at, devices: namesOf(devices) });
  }
}

/** `dsa0 (0000:6a:01.0, in guest0)` */
function placed({ device, viommu }: Assigned): string {
  return `${device.name} (${device.address}, in ${viommu?.name})`;
}

/** Devices of the spec by group. Those without a group are left out: deviceNoIommu reports them. */
export function groupsOf({ assigned }: Context): ReadonlyMap<number, readonly Assigned[]> {
  const groups = new Map<number, Assigned[]>();
  for (const device of assigned) {
    const { group } = device.fn;
    const members = group === null ? undefined : groups.get(group);
    if (members !== undefined) members.push(device);
    else if (group !== null) groups.set(group, [device]);
  }
  return groups;
}

/** Drivers of the members, for the fine case. */
export function groupEvidence(context: Context): readonly Evidence[] {
  const groups = groupsOf(context);
  const members = context.host.functions.filter(({ group }) => group !== null && groups.has(group));
  return [
    ...members.map(functionMember),
    ...[...groups.keys()].flatMap((number) =>
      (groupOf(context.host, number)?.others ?? []).map((member) => otherMember(member, number)),
    ),
  ]
    .slice(0, 8)
    .map(driverEvidence);
}
