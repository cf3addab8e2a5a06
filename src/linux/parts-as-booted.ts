/** What a boot with assumed facts takes away or would show anew: VT-d units, iommufd, vfio-pci, and ACS of ports. */

import type { Host, PciFunction } from '../model/host.ts';
import { acsControlAtBoot } from './acs-words.ts';
import { moduleBuiltAs } from './kernel-options.ts';
import { moduleBlacklistWord } from './kernel-words.ts';
import { MODULE_NEEDS } from './module-loading.ts';
import { isVfioDriver, VFIO_PCI } from './vfio-drivers.ts';
import { vtdAtBoot } from './vtd-at-boot.ts';

/** @param seen  the machine as it was read. Where the facts foretell the same for both, what was read stays */
export function partsAsBooted(host: Host, seen: Host): Host {
  return modulesAsBooted(unitsAsBooted(acsAsBooted(host, seen), seen), seen);
}

function unitsAsBooted(host: Host, seen: Host): Host {
  const after = vtdAtBoot(host).state;
  const before = vtdAtBoot(seen).state;
  if (after === before) return host;
  if (after === 'off') return withoutVtd(host);
  const tables = host.firmware?.tables ?? null;
  const mayStart = host.units.length === 0 && after === 'on' && (tables === null || tables.includes('DMAR'));
  return mayStart ? { ...host, unitsUnseen: true } : host;
}

/** Units of other makers stay. Without one a function is in no group, and nothing switches its PASIDs on. */
function withoutVtd(host: Host): Host {
  const gone = new Set(host.units.filter(({ version }) => version !== null).map(({ name }) => name));
  if (gone.size === 0) return host;
  const lost = new Set<number | null>();
  const functions = host.functions.map((fn) => {
    if (fn.unit === null || !gone.has(fn.unit)) return fn;
    lost.add(fn.group);
    return { ...fn, unit: null, group: null, capabilities: switchedOff(fn.capabilities) };
  });
  return {
    ...host,
    units: host.units.filter(({ name }) => !gone.has(name)),
    functions,
    groups: host.groups.filter(({ number }) => !lost.has(number)),
  };
}

function switchedOff(capabilities: PciFunction['capabilities']): PciFunction['capabilities'] {
  if (capabilities === 'unknown') return capabilities;
  const { pasid, ats, pri } = capabilities;
  return {
    pasid: pasid && { ...pasid, enabled: false },
    ats: ats && { ...ats, enabled: false },
    pri: pri && { ...pri, enabled: false },
  };
}

/** A module that the kernel has not, or refuses, is not there, nor what needs it. */
function modulesAsBooted(host: Host, seen: Host): Host {
  const absent = (module: string, { kernel }: Host): boolean => {
    const build = moduleBuiltAs(kernel, module);
    return build === 'n' || (build !== 'y' && moduleBlacklistWord(kernel.commandLine, module) !== null);
  };
  const lost = new Set([...MODULE_NEEDS.keys()].filter((module) => absent(module, host) && !absent(module, seen)));
  if (lost.size === 0) return host;
  const modules = host.modules.filter(
    (module) => !lost.has(module) && !(MODULE_NEEDS.get(module) ?? []).some((need) => lost.has(need)),
  );
  return {
    ...host,
    modules,
    iommufd: host.iommufd && !lost.has('iommufd'),
    functions: host.functions.map((fn) => (isLost(fn.driver, lost) ? { ...fn, ...WITHOUT_DRIVER } : fn)),
    parameters: host.parameters.map((one) =>
      host.modules.includes(one.module) && !modules.includes(one.module) ? { ...one, state: 'configured' } : one,
    ),
  };
}

/** Variants of vfio-pci need what it needs, and not vfio-pci. */
function isLost(driver: string | null, lost: ReadonlySet<string>): boolean {
  const needs = MODULE_NEEDS.get('vfio_pci') ?? [];
  return (
    isVfioDriver(driver) && (needs.some((need) => lost.has(need)) || (driver === VFIO_PCI && lost.has('vfio_pci')))
  );
}

const WITHOUT_DRIVER = { driver: null, vfioDevice: null, vfioLacks: null } as const;

function acsAsBooted(host: Host, seen: Host): Host {
  const { commandLine: after } = host.kernel;
  const { commandLine: before } = seen.kernel;
  if (after === before) return host;
  const byAddress = new Map(host.functions.map((fn) => [fn.address, fn]));
  const functions = host.functions.map((fn) => {
    const control = acsControlAtBoot(fn, { after, before, functions: byAddress });
    if (control === null || fn.express === null || fn.express === 'unknown' || fn.express.acs === null) return fn;
    return { ...fn, express: { ...fn.express, acs: { ...fn.express.acs, control } } };
  });
  return { ...host, functions };
}
