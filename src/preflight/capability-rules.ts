/**
 * The capabilities that each device must have for its bindings. For a device without PASIDs the kernel accepts an attach and
 * programs nothing (src/quirks.md Q1).
 */

import { isReadVtd } from '../linux/unit-registers.ts';
import type { PciFunction } from '../model/host.ts';
import type { BindingSpec } from '../model/spec.ts';
import { decodeEcap } from '../vtd/capability.ts';
import { type Problem, problem } from './check.ts';
import type { Assigned, Context } from './context.ts';
import { bitLength } from './needs.ts';

export function* capabilitiesUnknown(context: Context): Iterable<Problem> {
  for (const { device, fn, viommu, bindings } of context.assigned) {
    if (fn.capabilities !== 'unknown' || (bindings.length === 0 && viommu?.svm !== true)) continue;
    const pf = fn.physicalFunction === null ? undefined : context.functions.get(fn.physicalFunction);
    const unread = pf?.capabilities === 'unknown' && fn.express !== 'unknown' ? pasidOwner(fn) : fn.address;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_CAPABILITIES_UNKNOWN',
      message: `${device.name}: the extended configuration space of ${unread} cannot be read.`,
      at: { origin: device.origin, key: 'address' },
      unknown: true,
    });
  }
}

export function* deviceNoPasid(context: Context): Iterable<Problem> {
  for (const { device, fn, bindings } of context.assigned) {
    const [first] = bindings;
    if (first === undefined || fn.capabilities === 'unknown' || fn.capabilities.pasid !== null) continue;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_DEVICE_NO_PASID',
      message: `${device.name}: ${pasidOwner(fn)} has no PASID capability.`,
      at: { origin: first.origin, key: 'device' },
    });
  }
}

/** The function that has the PASID capability: the PF of a VF. */
function pasidOwner({ address, physicalFunction }: PciFunction): string {
  return physicalFunction === null ? address : `${physicalFunction}, the PF of ${address},`;
}

export function* pasidTooWide(context: Context): Iterable<Problem> {
  for (const assigned of context.assigned) {
    const limit = pasidLimit(assigned);
    if (limit === null) continue;
    for (const binding of assigned.bindings.filter(({ last }) => bitLength(last) > limit.bits)) {
      const message = `${binding.device}: PASID ${binding.last} needs ${bitLength(binding.last)} bits; ${limit.words}.`;
      const devices = [binding.device];
      yield problem(context, { code: 'HOST_PASID_TOO_WIDE', message, at: placeOfPasid(binding), devices });
    }
  }
}

function placeOfPasid({ origin, first, last }: BindingSpec): {
  readonly origin: BindingSpec['origin'];
  readonly key: string;
} {
  return { origin, key: first === last ? 'pasid' : 'pasids' };
}

/** The smaller width of device and unit; `null` when another rule reports that one of them has no PASIDs. */
function pasidLimit({ fn, unit }: Assigned): { readonly bits: number; readonly words: string } | null {
  const width = fn.capabilities === 'unknown' ? undefined : fn.capabilities.pasid?.widthBits;
  if (width === undefined || unit === null) return null;
  // The mock's unit has no registers, and no limit of its own; those that were not read set none that is known.
  if (!isReadVtd(unit)) return { bits: width, words: `${fn.address} has ${width}` };
  const { pasidBits } = decodeEcap(unit.ecap);
  if (pasidBits === 0) return null;
  const words = `${fn.address} has ${width}, ${unit.name} has ${pasidBits} (ECAP.PSS ${pasidBits - 1} + 1)`;
  return { bits: Math.min(width, pasidBits), words };
}

export function* behindPciBridge(context: Context): Iterable<Problem> {
  for (const { device, fn, viommu } of context.assigned) {
    if (fn.bridge?.kind !== 'conventional' || viommu === null) continue;
    if (!viommu.firstStage && viommu.pasidBits === 0) continue;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_DEVICE_BEHIND_PCI_BRIDGE',
      message: `${device.name}: ${device.address} is below the bridge ${fn.bridge.address}, and its path to the root has a conventional PCI bridge.`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}
