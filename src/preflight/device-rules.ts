/** Each device of the spec: there, the right one, assignable, and free. */

import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import type { DeviceHolder, PciFunction } from '../model/host.ts';
import type { DeviceSpec } from '../model/spec.ts';
import { hex, hexDigits } from '../text/hex.ts';
import { type Assigned, type Context, listed, problem } from './context.ts';

const VFIO_DRIVER = 'vfio-pci';
const CLASS_BRIDGE = 0x06;

export function* deviceMissing(context: Context): Iterable<Diagnostic> {
  for (const device of context.spec.devices) {
    if (context.functions.has(device.address)) continue;
    const moved = context.host.functions.filter((fn) => isGuarded(device) && matches(device, fn));
    const where =
      moved.length === 0 ? '' : ` The same device is at ${listed(moved.map(({ address }) => address))}: moved?`;
    yield problem(context, {
      code: 'HOST_DEVICE_MISSING',
      message: `${device.name}: no PCI function is at ${device.address}.${where}`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

export function* deviceMismatch(context: Context): Iterable<Diagnostic> {
  for (const { device, fn } of context.assigned) {
    if (matches(device, fn)) continue;
    const { vendor, device: id } = device.expect;
    yield problem(context, {
      code: 'HOST_DEVICE_MISMATCH',
      message: `${device.name}: ${identity(fn.vendor, fn.device)} is at ${device.address}, not ${identity(vendor, id)}.`,
      at: { origin: device.origin, key: 'expect' },
    });
  }
}

function isGuarded({ expect }: DeviceSpec): boolean {
  return expect.vendor !== null || expect.device !== null;
}

function matches({ expect }: DeviceSpec, fn: PciFunction): boolean {
  return (expect.vendor ?? fn.vendor) === fn.vendor && (expect.device ?? fn.device) === fn.device;
}

function identity(vendor: number | null, device: number | null): string {
  const id = (value: number | null): string => (value === null ? '*' : hexDigits(value, 4));
  return `${id(vendor)}:${id(device)}`;
}

export function* deviceIsBridge(context: Context): Iterable<Diagnostic> {
  for (const { device, fn } of context.assigned) {
    if (!isBridge(fn)) continue;
    yield problem(context, {
      code: 'HOST_DEVICE_IS_BRIDGE',
      message: `${device.name}: ${device.address} is a bridge (class ${hex(fn.classCode, 6)}).`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

/** Base class 06: host, ISA and PCI bridges, root ports. */
export function isBridge({ classCode }: PciFunction): boolean {
  return classCode >> 16 === CLASS_BRIDGE;
}

/**
 * A process that is not ours has it open. On vfio-pci that is how a running QEMU looks, and then nothing is done to the
 * device anyway.
 */
export function* deviceHeld(context: Context): Iterable<Diagnostic> {
  const holders = groupBy(context.host.holders, ({ address }) => address);
  const bound = new Set(context.live.viommus.flatMap(({ devices }) => devices.map(({ address }) => address)));
  for (const { device, fn, viommu } of context.assigned) {
    const processes = holders.get(device.address) ?? [];
    const stays = fn.driver === VFIO_DRIVER && viommu?.holder !== 'agent';
    if (processes.length === 0 || stays || bound.has(device.address)) continue;
    yield problem(context, {
      code: 'HOST_DEVICE_HELD',
      message: `${device.name}: ${device.address} is held by ${named(processes)}.`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

/** What is given back must be free too: the unbind would wait for the holder. */
export function* returnHeld({ spec, host, live }: Pick<Context, 'spec' | 'host' | 'live'>): Iterable<Diagnostic> {
  const kept = new Set(spec.devices.map(({ address }) => address));
  const bound = new Set(live.viommus.flatMap(({ devices }) => devices.map(({ address }) => address)));
  for (const { device, address, release } of live.handovers) {
    const holders = host.holders.filter((holder) => holder.address === address);
    if (holders.length === 0 || kept.has(address) || bound.has(address) || release === 'keep') continue;
    yield diagnostic(
      'HOST_DEVICE_HELD',
      `${device}: ${address} cannot be given back: it is held by ${named(holders)}.`,
    );
  }
}

function named(holders: readonly DeviceHolder[]): string {
  return listed(holders.map(({ pid, command }) => `${command} (pid ${pid})`));
}

/** Also when it is in our ledger: a run that was killed may have left it on its driver, and its disk was mounted since. */
export function* deviceInUse(context: Context): Iterable<Diagnostic> {
  for (const { device, fn, ours } of context.assigned) {
    if (fn.uses.length === 0 || (ours && fn.driver === VFIO_DRIVER)) continue;
    yield problem(context, {
      code: 'HOST_DEVICE_IN_USE',
      message: `${device.name}: the machine uses ${device.address} itself: ${listed(fn.uses)}.`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

export function* vfNeedsToken(context: Context): Iterable<Diagnostic> {
  for (const { device, fn } of context.assigned) {
    const parent = fn.physicalFunction === null ? undefined : context.functions.get(fn.physicalFunction);
    if (parent?.driver !== VFIO_DRIVER) continue;
    yield problem(context, {
      code: 'HOST_VF_NEEDS_TOKEN',
      message: `${device.name}: ${device.address} is a VF of ${parent.address}, which is on ${VFIO_DRIVER}.`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

export function* pfHasVfs(context: Context): Iterable<Diagnostic> {
  for (const { device, fn, ours } of context.assigned) {
    if (fn.virtualFunctions.length === 0 || ours) continue;
    yield problem(context, {
      code: 'HOST_PF_HAS_VFS',
      message: `${device.name}: ${device.address} has the VFs ${listed(fn.virtualFunctions)}.`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

/** `dsa0 and dsa1` */
export function deviceNames(devices: readonly Assigned[]): string {
  return listed(devices.map(({ device }) => device.name));
}
