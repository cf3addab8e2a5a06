/** The machine must have an IOMMU that is on, is VT-d, and is in scalable mode. */

import { type Problem, problem } from './check.ts';
import { type Context, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { needsScalableMode } from './needs.ts';

/** `intel_iommu=` words of the kernel command line, in order; the later one wins. */
export function intelIommuWords(commandLine: string): readonly string[] {
  return commandLine
    .split(/\s+/)
    .filter((word) => word.startsWith('intel_iommu='))
    .flatMap((word) => word.slice('intel_iommu='.length).split(','));
}

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
    yield problem(context, {
      devices: namesOf(devices),
      code: 'HOST_UNIT_NOT_VTD',
      message: `${viommu.name}: ${unit.name}, the IOMMU of ${deviceNames(devices)}, is not a VT-d unit.`,
      at: { origin: viommu.origin, key: 'model' },
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
    });
  }
}

/** The kernel switches scalable mode on or off for all units together. */
export function* scalableModeOff(context: Context): Iterable<Problem> {
  const first = context.used.find(
    ({ viommu, unit, ecap }) => unit.version !== null && ecap.scalableMode && needsScalableMode(viommu),
  );
  const words = intelIommuWords(context.host.kernel.commandLine).filter((word) => /^sm_o(n|ff)$/.test(word));
  if (first === undefined || words.at(-1) === 'sm_on') return;
  const at = { origin: first.viommu.origin, key: 'firstStage' };
  const { name } = first.viommu;
  yield words.length > 0
    ? problem(context, {
        code: 'HOST_SCALABLE_MODE_OFF',
        message: `${name}: the kernel was booted with \`intel_iommu=sm_off\`.`,
        at,
      })
    : problem(context, {
        code: 'HOST_SCALABLE_MODE_UNSURE',
        message: `${name}: the kernel was booted without \`sm_on\`, so a build option decides whether scalable mode is on.`,
        at,
      });
}
