/** Scalable mode, which PASIDs and first stages need: judged per unit by the strongest evidence at hand. */

import type { Evidence } from '../diagnostics/finding.ts';
import { pasidPath } from '../linux/pasid-path.ts';
import { enablesAtProbe } from '../linux/release.ts';
import { enableOf, type ScalableMode, scalableMode } from '../linux/scalable-mode.ts';
import type { IommuUnit } from '../model/host.ts';
import { afterReboot, bootWith } from './boot-fix.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { needsScalableMode } from './needs.ts';

export const SCALABLE_WORDS = 'intel_iommu=on,sm_on';

export function* scalableModeOff(context: Context): Iterable<Problem> {
  for (const { unit, devices, mode } of judgedUnits(context)) {
    const [first] = devices;
    if (first?.viommu === undefined || first.viommu === null || mode.state === 'on') continue;
    // The rule about PASID Enable then names this cause, with the proof.
    if (mode.state === 'unknown' && devices.some((device) => showsDisabled(device, context))) continue;
    const who = `${first.viommu.name}: ${unit.name}, the IOMMU of ${deviceNames(devices)}`;
    yield problem(context, {
      code: mode.state === 'off' ? 'HOST_SCALABLE_MODE_OFF' : 'HOST_SCALABLE_MODE_UNSURE',
      message: mode.state === 'off' ? `${who}, is in legacy mode: ${whyOff(mode)}.` : `${who}: ${UNSURE}.`,
      at: { origin: first.viommu.origin, key: 'firstStage' },
      devices: namesOf(devices),
      evidence: [mode.evidence],
      unknown: mode.state === 'unknown',
      fix: bootWith(context.host.kernel, SCALABLE_WORDS),
      confirm: afterReboot(confirmEnable(devices)),
    });
  }
}

/** What decided, for each unit whose mode matters. */
export function scalableEvidence(context: Context): readonly Evidence[] {
  return judgedUnits(context).map(({ mode }) => mode.evidence);
}

interface JudgedUnit {
  readonly unit: IommuUnit;
  readonly devices: readonly Assigned[];
  readonly mode: ScalableMode;
}

/** Each unit once, with its devices in all vIOMMUs that need the mode; units without the capability have a rule of their own. */
function judgedUnits({ used, host }: Context): readonly JudgedUnit[] {
  const needing = used.filter(
    ({ viommu, unit, ecap }) => unit.version !== null && ecap.scalableMode && needsScalableMode(viommu),
  );
  const units = [...new Set(needing.map(({ unit }) => unit))];
  return units.map((unit) => ({
    unit,
    devices: needing.filter((one) => one.unit === unit).flatMap(({ devices }) => devices),
    mode: scalableMode(unit, host),
  }));
}

const UNSURE =
  'neither `sm_on` nor `sm_off` is on the kernel command line, so a build option that could not be read decides whether scalable mode is on';

/** Completes “dmar0 is in legacy mode: …”. */
function whyOff({ by, evidence }: ScalableMode): string {
  switch (by) {
    case 'word':
      return `the kernel was booted with \`${evidence.value}\``;
    case 'build':
      return `the kernel was built with ${evidence.source}=${evidence.value}, and nothing on its command line has \`sm_on\``;
    case 'function':
      return `${evidence.source} has ${evidence.value}, which the kernel sets in scalable mode, and nothing on its command line has \`sm_on\``;
    default:
      return `${evidence.source} has ${evidence.value}`;
  }
}

/** PASIDs of the device are off and nothing on its path explains it, so that {@link pasidOff} will name the mode as the cause. */
function showsDisabled({ fn, bindings, viommu }: Assigned, { host }: Context): boolean {
  if (bindings.length === 0 && viommu?.holder !== 'qemu') return false;
  if (enableOf(fn) !== false || enablesAtProbe(host.kernel.release) !== true) return false;
  return pasidPath(fn, host).state !== 'closed';
}

/** PASID Enable shows it, where a device has PASIDs. */
export function confirmEnable(devices: readonly Assigned[]): string {
  const shown = devices.find(({ fn }) => fn.capabilities !== 'unknown' && fn.capabilities.pasid !== null);
  if (shown === undefined) return "grep -o 'intel_iommu=[^ ]*' /proc/cmdline";
  return `sudo lspci -vvs ${shown.fn.physicalFunction ?? shown.fn.address} | grep PASIDCtl`;
}
