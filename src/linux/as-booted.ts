/**
 * What Linux would have switched on after a boot with given facts: PASID, ATS and PRI of every function behind a VT-d unit.
 * Source: drivers/iommu/intel/iommu.c intel_iommu_probe_device, intel_iommu_probe_finalize, iommu_enable_pci_ats,
 * iommu_enable_pci_pri (7.3); drivers/pci/ats.c pci_enable_pasid, pci_ats_supported.
 */

import type { Bdf } from '../model/bdf.ts';
import type { Host, IommuUnit, PciCapabilities, PciFunction } from '../model/host.ts';
import { decodeEcap } from '../vtd/capability.ts';
import { hasNoAts } from './kernel-words.ts';
import { pasidPath } from './pasid-path.ts';
import { enablesAtProbe } from './release.ts';
import { scalableMode, scalableModeAtBoot } from './scalable-mode.ts';
import { isReadVtd } from './unit-registers.ts';

/**
 * The machine after a boot. A state that the facts do not decide stays as it is; a path of which a part could not be read counts as
 * open, as nothing is known against it.
 *
 * @param seen  the machine as it was read, when `host` has assumed facts in place of some. What would have been switched on there too
 *   and is off, is off for a reason that the facts do not show, and stays off.
 */
export function asBooted(host: Host, seen: Host | null = null): Host {
  const before = seen === null ? new Map<Bdf, Predicted>() : predictions(seen, seenMode);
  const after = predictions(host, scalableModeAtBoot);
  const functions = host.functions.map((fn) => {
    const predicted = after.get(fn.physicalFunction ?? fn.address);
    if (predicted === undefined || fn.capabilities === 'unknown') return fn;
    const earlier = before.get(fn.physicalFunction ?? fn.address) ?? null;
    return { ...fn, capabilities: switched(fn.capabilities, predicted, earlier) };
  });
  return { ...host, functions };
}

/** `null`: the facts do not decide. */
interface Predicted {
  readonly pasid: boolean | null;
  readonly ats: boolean | null;
  readonly pri: boolean | null;
}

type Mode = (unit: IommuUnit, host: Host) => boolean | null;

/** The mode that the units run in, by what functions show too. */
function seenMode(unit: IommuUnit, host: Host): boolean | null {
  const { state } = scalableMode(unit, host);
  return state === 'unknown' ? null : state === 'on';
}

function predictions(host: Host, mode: Mode): ReadonlyMap<Bdf, Predicted> {
  const vtd = host.units.filter(isReadVtd);
  const units = new Map(vtd.map((unit) => [unit.name, { unit, scalable: mode(unit, host) }]));
  return new Map(
    host.functions.flatMap((fn) => {
      const found = units.get(fn.unit ?? '');
      if (found === undefined || fn.physicalFunction !== null || fn.vmd !== null) return [];
      return [[fn.address, predict(fn, found.scalable, { unit: found.unit, host })] as const];
    }),
  );
}

function predict(
  fn: PciFunction,
  scalable: boolean | null,
  { unit, host }: { readonly unit: IommuUnit; readonly host: Host },
): Predicted {
  const { deviceTlb, pageRequests, pasidBits } = decodeEcap(unit.ecap);
  const mayTranslate = deviceTlb && !hasNoAts(host.kernel.commandLine);
  const pasid = predictPasid(fn, pasidBits > 0 ? scalable : false, host);
  // In legacy mode ATS waits for an attach, and PRI stays off.
  return {
    pasid,
    ats: mayTranslate ? scalable || null : false,
    pri: mayTranslate && pageRequests && !(pasid === true && answersWithoutPasid(fn)) ? scalable : false,
  };
}

/** Source: drivers/iommu/intel/iommu.c iommu_enable_pci_pri (7.3). */
function answersWithoutPasid({ capabilities }: PciFunction): boolean {
  return capabilities !== 'unknown' && capabilities.pri?.responsePasid === false;
}

/** Kernels before 6.12 set it at an attach: nothing can be foretold. */
function predictPasid(fn: PciFunction, scalable: boolean | null, host: Host): boolean | null {
  if (enablesAtProbe(host.kernel.release) !== true) return null;
  if (scalable === false || pasidPath(fn, host).state === 'closed') return false;
  return scalable;
}

function switched(now: PciCapabilities, predicted: Predicted, earlier: Predicted | null): PciCapabilities {
  const { pasid, ats, pri } = now;
  const decide = <T extends boolean | null>(key: keyof Predicted, enabled: T): T | boolean => {
    const next = predicted[key];
    return next === null || next === earlier?.[key] ? enabled : next;
  };
  return {
    pasid: pasid && { ...pasid, enabled: decide('pasid', pasid.enabled) },
    ats: ats && { ...ats, enabled: decide('ats', ats.enabled) },
    pri: pri && { ...pri, enabled: decide('pri', pri.enabled) && (ats === null ? false : decide('ats', ats.enabled)) },
  };
}
