/** The machine must have an IOMMU that is on, is VT-d, and has scalable mode. */

import { isAmd } from '../linux/amd-iommu.ts';
import { unreadRegisters } from '../linux/unit-registers.ts';
import { type Problem, problem } from './check.ts';
import { type Context, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { needsPasids, needsScalableMode } from './needs.ts';
import { hypervisorOf, VIOMMU_ADVICE } from './platform.ts';

/** The machine has units, but none translates this device. */
export function* deviceNoIommu(context: Context): Iterable<Problem> {
  if (context.host.units.length === 0) return;
  for (const { device, fn, unit } of context.assigned) {
    if (unit !== null && fn.group !== null) continue;
    const lack = unit === null ? 'behind no IOMMU unit' : 'in no IOMMU group';
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_DEVICE_NO_IOMMU',
      message: `${device.name}: ${device.address} is ${lack}.`,
      at: { origin: device.origin, key: 'address' },
    });
  }
}

export function* unitNotVtd(context: Context): Iterable<Problem> {
  for (const { viommu, unit, devices } of context.used) {
    if (unit.version !== null) continue;
    const amd = isAmd(unit) && needsPasids(viommu);
    const who = `${viommu.name}: ${unit.name}, the IOMMU of ${deviceNames(devices)}`;
    yield problem(context, {
      devices: namesOf(devices),
      code: amd ? 'HOST_AMD_NO_PASID' : 'HOST_UNIT_NOT_VTD',
      message: amd
        ? `${who}, is an AMD IOMMU, for which Linux attaches no PASID through iommufd.`
        : `${who}, is not a VT-d unit.`,
      at: { origin: viommu.origin, key: amd ? 'pasidBits' : 'model' },
      evidence: [{ source: `/sys/class/iommu/${unit.name}`, value: amd ? 'amd-iommu' : 'no intel-iommu folder' }],
    });
  }
}

/** Nothing can be said of a unit whose registers were not read, and nothing planned for it. */
export function* unitUnread(context: Context): Iterable<Problem> {
  for (const { viommu, unit, devices } of context.used) {
    const unread = unreadRegisters(unit);
    if (unread.length === 0) continue;
    const files = unread.map((name) => `/sys/class/iommu/${unit.name}/intel-iommu/${name}`);
    const names = unread.map((name) => name.toUpperCase()).join(' and ');
    const value = (name: 'cap' | 'ecap'): string => (unit[name] === 0n ? 'absent, or no number' : 'all ones');
    yield problem(context, {
      devices: namesOf(devices),
      code: 'HOST_UNIT_UNREAD',
      message: `${viommu.name}: ${names} of ${unit.name}, the IOMMU of ${deviceNames(devices)}, could not be read, so what the unit can do is not known.`,
      at: { origin: viommu.origin, key: 'devices' },
      evidence: unread.map((name, index) => ({ source: files[index] ?? name, value: value(name) })),
      unknown: true,
      confirm: `cat ${files.join(' ')}`,
    });
  }
}

export function* noScalableMode(context: Context): Iterable<Problem> {
  for (const { viommu, unit, ecap, devices } of context.used) {
    if (unit.version === null || ecap.scalableMode || !needsScalableMode(viommu)) continue;
    yield problem(context, {
      devices: namesOf(devices),
      code: 'HOST_NO_SCALABLE_MODE',
      message: `${viommu.name}: ${unit.name}, the IOMMU of ${deviceNames(devices)}, has no scalable mode.`,
      at: { origin: viommu.origin, key: 'firstStage' },
      ...(hypervisorOf(context.host) === null ? {} : { advice: VIOMMU_ADVICE }),
      evidence: [{ source: `/sys/class/iommu/${unit.name}/intel-iommu/ecap`, value: 'SMTS 0' }],
    });
  }
}
