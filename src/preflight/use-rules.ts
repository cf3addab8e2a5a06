/** Who uses or holds the devices now: their driver’s users, and processes that have them open through vfio. */

import type { Evidence } from '../diagnostics/finding.ts';
import { vfsThatGo } from '../linux/predicted-vfs.ts';
import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import { type Hold, type HoldOf, holdsOf, isOnVfio, type VfioUse } from '../linux/vfio-holders.ts';
import type { Bdf } from '../model/bdf.ts';
import { groupBy } from '../model/group-by.ts';
import type { DeviceHolder } from '../model/host.ts';
import type { Use } from '../model/use.ts';
import { useText } from '../model/use-text.ts';
import { type Problem, type ProblemParts, problem } from './check.ts';
import { type Assigned, type Context, listed, type PreflightInput } from './context.ts';
import { endOf, goneOf, killing, sourceOf } from './use-ends.ts';

/** A device in the ledger is checked too: a killed run may have left it on its driver, and its disk may be mounted since. */
export function* deviceInUse(context: Context): Iterable<Problem> {
  for (const { device, fn } of toBeTaken(context)) {
    const [first] = fn.uses;
    if (first === undefined) continue;
    const end = endOf(first);
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_DEVICE_IN_USE',
      message: `${device.name}: the host uses ${device.address}: ${listed(fn.uses.map(useText))}.`,
      at: { origin: device.origin, key: 'address' },
      evidence: fn.uses.map(evidenceOf),
      ...(end === null ? {} : { confirm: end.confirm }),
      ...(end === null || end.fix === null ? {} : { fix: end.fix }),
    });
  }
}

/** Only switched on: it ends with the driver, and nobody uses it at the moment. */
export function* deviceEnabled(context: Context): Iterable<Problem> {
  for (const { device, fn } of toBeTaken(context)) {
    if (fn.enabled.length === 0) continue;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_DEVICE_ENABLED',
      message: `${device.name}: when ${device.address} is taken from ${fn.driver ?? 'its driver'}, this ends: ${listed(fn.enabled.map(useText))}.`,
      at: { origin: device.origin, key: 'address' },
      evidence: fn.enabled.map(evidenceOf),
    });
  }
}

function evidenceOf(use: Use): Evidence {
  return { source: sourceOf(use), value: useText(use) };
}

/** Those that we have on vfio-pci already lost their uses when they were taken. */
function toBeTaken({ assigned }: Context): readonly Assigned[] {
  return assigned.filter(({ fn, ours }) => !(ours && fn.driver === VFIO_PCI));
}

/** Without the open files of all processes nobody knows whether the devices are free. */
export function* openFilesUnread(context: Context): Iterable<Problem> {
  const { unreadProcesses } = context.host;
  const names = toBeTaken(context).map(({ device }) => device.name);
  if (unreadProcesses === 0 || names.length === 0) return;
  const whose = unreadProcesses === 1 ? 'one process' : `${unreadProcesses} processes`;
  yield problem(context, {
    devices: names,
    code: 'HOST_OPEN_FILES_UNREAD',
    message: `The open files of ${whose} could not be read, so ${listed(names)} may be in use or held without being seen.`,
    at: null,
    unknown: true,
    evidence: [{ source: '/proc/<pid>/fd', value: `not read of ${whose}` }],
  });
}

/**
 * A process other than the holder has the device open, or may have it. With `holder: qemu` and the device on vfio-pci, this process is
 * the running QEMU: pasidctl changes nothing about such a device, and nothing is reported.
 */
export function* deviceHeld(context: Context): Iterable<Problem> {
  const use = vfioUse(context);
  const holdOf = holdsOf(use);
  for (const { device, fn, viommu } of context.assigned) {
    const hold = use.accounted.has(device.address) ? null : holdOf(device.address);
    const stays = fn.driver === VFIO_PCI && viommu?.holder !== 'agent';
    if (hold === null || stays) continue;
    const found = heldProblem(`${device.name}: ${device.address}`, hold);
    yield problem(context, { ...found, devices: [device.name], at: { origin: device.origin, key: 'address' } });
  }
}

/** A device that is to be given back must be free too: its unbind would wait in the kernel until the process closes it. */
export function* returnHeld(context: Omit<PreflightInput, 'backend'>): Iterable<Problem> {
  const { spec, host, live, sources } = context;
  const kept = new Set(spec.devices.map(({ address }) => address));
  const use = vfioUse(context);
  const holdOf = holdsOf(use);
  const going = vfsThatGo(host, spec, live.madeVfs);
  for (const { device, address, release } of live.handovers) {
    const hold = use.accounted.has(address) ? null : holdOf(address);
    if (hold === null || kept.has(address) || (release === 'keep' && !going.has(address))) continue;
    const found = heldProblem(`${device}: ${address} cannot be given back to its former driver: it`, hold);
    yield problem({ sources }, { ...found, at: null, devices: [] });
  }
  yield* vfsHeld(context, { going, use, holdOf });
}

interface GoingVfs {
  readonly going: ReadonlySet<Bdf>;
  readonly use: VfioUse;
  readonly holdOf: HoldOf;
}

/** VFs that we made go with all of them; the removal waits for who has one open, which may be a VF that we never took. */
function* vfsHeld(
  { host, live, sources }: Omit<PreflightInput, 'backend'>,
  { going, use: { accounted }, holdOf }: GoingVfs,
): Iterable<Problem> {
  const ours = new Set(live.handovers.map(({ address }) => address));
  const byPf = groupBy(host.functions, ({ physicalFunction }) => physicalFunction);
  for (const { device, address, count } of live.madeVfs) {
    const removed = (byPf.get(address) ?? []).filter((fn) => going.has(fn.address));
    for (const vf of removed.filter((fn) => !ours.has(fn.address) && !accounted.has(fn.address))) {
      const hold = holdOf(vf.address);
      if (hold === null) continue;
      const found = heldProblem(`${device}: the ${count} VFs of ${address} cannot be removed: ${vf.address}`, hold);
      yield problem({ sources }, { ...found, at: null, devices: [] });
    }
  }
}

function vfioUse({ host, live }: Pick<PreflightInput, 'host' | 'live'>): VfioUse {
  const accounted = new Set(live.viommus.flatMap(({ devices }) => devices.map(({ address }) => address)));
  return { holders: host.holders, onVfio: host.functions.filter(isOnVfio).map(({ address }) => address), accounted };
}

function heldProblem(subject: string, { through, by, others }: Hold): Omit<ProblemParts, 'at' | 'devices'> {
  const processes = named(by);
  const pids = by.map(({ pid }) => pid);
  const common = {
    evidence: by.map(({ pid, command }) => ({ source: `/proc/${pid}/fd`, value: `${command}: ${fileOf(through)}` })),
    ...(pids.length === 0 ? {} : { fix: killing(pids), confirm: goneOf(pids) }),
  };
  if (through !== 'unclear') {
    const how = through === 'group' ? ', through the file of its IOMMU group' : '';
    return { ...common, code: 'HOST_DEVICE_HELD', message: `${subject} is open in ${processes}${how}.` };
  }
  if (others.length === 0) {
    const message = `${subject} is open in ${processes}. This process has a vfio device open, the kernel does not show which, and every other vfio device is known to be held by pasidctl or by another process, so it must be this one.`;
    return { ...common, code: 'HOST_DEVICE_HELD', message };
  }
  const message = `${subject} may be open in ${processes}: the process has a vfio device open, and the kernel does not show whether it is this one or ${either(others)}.`;
  return { ...common, code: 'HOST_HOLDER_UNCLEAR', message, unknown: true };
}

function fileOf(through: Hold['through']): string {
  if (through === 'unclear') return 'anon_inode:[vfio-device]';
  return through === 'group' ? 'the file of its group' : 'the vfio device';
}

function either(others: readonly Bdf[]): string {
  return listed(others).replace(' and ', ' or ');
}

function named(holders: readonly DeviceHolder[]): string {
  return listed(holders.map(({ pid, command }) => `${command} (pid ${pid})`));
}
