/** Each device of the spec must exist, have the expected identity, be assignable, and be free. */

import { hasBridgeHeader } from '../linux/pci-header.ts';
import { vfsThatGo } from '../linux/predicted-vfs.ts';
import { vfPlaceOf } from '../linux/sriov.ts';
import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import { groupBy } from '../model/group-by.ts';
import type { PciFunction } from '../model/host.ts';
import type { DeviceSpec } from '../model/spec.ts';
import { hex, hexDigits } from '../text/hex.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, listed } from './context.ts';
import { writeCommand } from './shell.ts';
import { vfNotMade, vfsFor } from './sriov-rules.ts';

export function* deviceMissing(context: Context): Iterable<Problem> {
  const pfs = context.host.functions.filter(({ totalVfs }) => totalVfs > 0);
  const missing = context.spec.devices
    .filter(({ address }) => !context.functions.has(address))
    .map((device) => ({ device, place: vfPlaceOf(device.address, pfs) }));
  const byPf = groupBy(missing, ({ place }) => place?.pf);
  for (const { device, place } of missing) {
    const moved = isGuarded(device) ? context.host.functions.filter((fn) => matches(device, fn)) : [];
    if (place !== null && (place.known || moved.length === 0)) {
      const alike = (byPf.get(place.pf) ?? []).flatMap((one) => one.place ?? []);
      yield vfNotMade(context, device, { place, needed: vfsFor(place.pf, alike) });
      continue;
    }
    const where =
      moved.length === 0
        ? ''
        : ` The expected identity is at ${listed(moved.map(({ address }) => address))}: the card may have been moved.`;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_DEVICE_MISSING',
      message: `${device.name}: no PCI function is at ${device.address}.${where}`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

export function* deviceMismatch(context: Context): Iterable<Problem> {
  for (const { device, fn } of context.assigned) {
    if (matches(device, fn)) continue;
    const { vendor, device: id } = device.expect;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_DEVICE_MISMATCH',
      message: `${device.name}: the function at ${device.address} is ${identity(fn.vendor, fn.device)}, but \`expect\` is ${identity(vendor, id)}.`,
      at: { origin: device.origin, key: 'expect' },
    });
  }
}

function isGuarded({ expect }: DeviceSpec): boolean {
  return expect.vendor !== null || expect.device !== null;
}

export function matches({ expect }: Pick<DeviceSpec, 'expect'>, fn: PciFunction): boolean {
  return (expect.vendor ?? fn.vendor) === fn.vendor && (expect.device ?? fn.device) === fn.device;
}

export function identity(vendor: number | null, device: number | null): string {
  const id = (value: number | null): string => (value === null ? '*' : hexDigits(value, 4));
  return `${id(vendor)}:${id(device)}`;
}

export function* deviceIsBridge(context: Context): Iterable<Problem> {
  for (const { device, fn } of context.assigned) {
    if (!hasBridgeHeader(fn)) continue;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_DEVICE_IS_BRIDGE',
      message: `${device.name}: ${device.address} is a bridge (class ${hex(fn.classCode, 6)}).`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

export function* vfNeedsToken(context: Context): Iterable<Problem> {
  for (const { device, fn } of context.assigned) {
    const parent = fn.physicalFunction === null ? undefined : context.functions.get(fn.physicalFunction);
    if (parent?.driver !== VFIO_PCI) continue;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_VF_NEEDS_TOKEN',
      message: `${device.name}: ${device.address} is a VF of ${parent.address}, whose driver is ${VFIO_PCI}.`,
      at: { origin: device.origin, key: 'address' },
      evidence: [{ source: `${pciFolder(parent.address)}/driver`, value: VFIO_PCI }],
    });
  }
}

/** VFs that the plan removes are gone when the PF is taken. */
export function* pfHasVfs(context: Context): Iterable<Problem> {
  const going = vfsThatGo(context.observed, context.spec, context.live.madeVfs);
  for (const { device, fn, ours } of context.assigned) {
    if (fn.virtualFunctions.every((vf) => going.has(vf)) || ours) continue;
    const base = pciFolder(fn.address);
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_PF_HAS_VFS',
      message: `${device.name}: ${device.address} is a PF with enabled VFs: ${listed(fn.virtualFunctions)}.`,
      at: { origin: device.origin, key: 'address' },
      evidence: [{ source: `${base}/sriov_numvfs`, value: String(fn.virtualFunctions.length) }],
      fix: writeCommand([0, `${base}/sriov_numvfs`]),
      confirm: `cat ${base}/sriov_numvfs`,
    });
  }
}

/** `dsa0 and dsa1` */
export function deviceNames(devices: readonly Assigned[]): string {
  return listed(devices.map(({ device }) => device.name));
}
