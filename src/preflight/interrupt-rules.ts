/** Interrupts of the devices must be isolated, or iommufd binds none of them: judged by what is effective. */

import type { Evidence } from '../diagnostics/finding.ts';
import { wordsOf } from '../linux/command-line.ts';
import {
  allowsUnsafeInterrupts,
  hasIsolatedMsi,
  interruptRemapping,
  type Remapping,
  unsafeInterrupts,
} from '../linux/isolated-msi.ts';
import { isReadVtd } from '../linux/unit-registers.ts';
import type { Host } from '../model/host.ts';
import { hex } from '../text/hex.ts';
import { ECAP } from '../vtd/capability.ts';
import { afterReboot, bootWithout } from './boot-fix.ts';
import { type Problem, type ProblemParts, problem } from './check.ts';
import { type Assigned, type Context, listed, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { hypervisorOf, VIOMMU_ADVICE } from './platform.ts';

const CONFIRM = 'grep -c IR- /proc/interrupts';

/** Quiet when iommufd is told to allow it. Children of VMD are reported by their controller’s check. */
export function* interruptsNotIsolated(context: Context): Iterable<Problem> {
  if (allowsUnsafeInterrupts(context.host)) return;
  const remapping = interruptRemapping(context.host);
  const bound = context.assigned.filter(({ viommu, fn }) => viommu !== null && fn.vmd === null);
  const exposed = exposedOf(bound, context, remapping);
  const rest = remapping.state === 'unknown' ? bound.filter((one) => !exposed.includes(one)) : [];
  if (exposed.length > 0) {
    const { why, advice } = whyExposed(context.host, remapping);
    const message = `The interrupts of ${deviceNames(exposed)} are not isolated: ${why}.`;
    yield problem(context, {
      ...{ ...about(exposed, context), code: 'HOST_NO_INTERRUPT_REMAPPING', message, advice },
      ...(remapping.cause?.kind === 'command-line' ? fixBoot(remapping.cause.word, context) : {}),
    });
  }
  if (rest.length > 0) {
    const message = `Whether the interrupts of ${deviceNames(rest)} are remapped could not be read.`;
    yield problem(context, { ...about(rest, context), code: 'HOST_INTERRUPTS_UNKNOWN', message, unknown: true });
  }
}

/** A word that a shell would read otherwise is not put into a command. */
function fixBoot(word: string, { host }: Context): Pick<ProblemParts, 'fix' | 'confirm'> {
  const isPlain = /^[\w=,.-]{1,64}$/.test(word);
  return isPlain ? { fix: bootWithout(host.kernel, word), confirm: afterReboot(CONFIRM) } : {};
}

function about(
  devices: readonly Assigned[],
  context: Context,
): Pick<ProblemParts, 'at' | 'devices' | 'evidence' | 'confirm'> {
  const viommu = devices[0]?.viommu ?? null;
  return {
    at: viommu === null ? null : { origin: viommu.origin, key: 'devices' },
    devices: namesOf(devices),
    evidence: interruptEvidence(context),
    confirm: CONFIRM,
  };
}

/** All members of the group count, but those that vanish with a VMD controller that the spec takes. */
function exposedOf(devices: readonly Assigned[], { spec, host }: Context, remapping: Remapping): readonly Assigned[] {
  const taken = new Set(spec.devices.map(({ address }) => address));
  const staying = host.functions.filter(({ vmd }) => vmd === null || !taken.has(vmd));
  const exposed = staying.filter((member) => !hasIsolatedMsi(member, remapping));
  const groups = new Set(exposed.map(({ group }) => group));
  return devices.filter(({ fn }) => groups.has(fn.group));
}

const ALLOW =
  'for guests that are trusted, allow it: `echo Y > /sys/module/iommufd/parameters/allow_unsafe_interrupts`.';

function whyExposed(host: Host, remapping: Remapping): { readonly why: string; readonly advice: string } {
  const { why, advice } = causeWords(remapping);
  const hosted = hypervisorOf(host) !== null && remapping.state === 'off' && remapping.cause?.kind !== 'command-line';
  return { why, advice: hosted ? `${VIOMMU_ADVICE} Or, ${ALLOW}` : `${advice}, or, ${ALLOW}` };
}

/** The advice has no full stop: another one follows. */
function causeWords({ state, cause }: Remapping): { readonly why: string; readonly advice: string } {
  if (state !== 'off') {
    return {
      why: 'a child of a VMD controller is in the IOMMU group, and its interrupts are not remapped',
      advice: 'Use a device in a group without children of VMD',
    };
  }
  switch (cause?.kind) {
    case 'command-line':
      return { why: `the kernel command line has \`${cause.word}\``, advice: `Boot without \`${cause.word}\`` };
    case 'unit':
      return {
        why: `interrupt remapping is off, since ${cause.unit} cannot do it (ECAP.IR) and the kernel uses it for all units or none`,
        advice: 'Use a machine whose VT-d units all have interrupt remapping',
      };
    case 'firmware':
      return {
        why: 'interrupt remapping is off, since the DMAR table of the firmware says that the platform has none (INTR_REMAP)',
        advice: 'Switch interrupt remapping (or x2APIC) on in the firmware',
      };
    default:
      return {
        why: 'interrupt remapping is off, though nothing that can be read forbids it',
        advice: 'Read why in the kernel log (`dmesg | grep DMAR-IR`)',
      };
  }
}

/** Chips, and what else decides: ECAP.IR, the command line, the DMAR table, the parameter of iommufd. */
export function interruptEvidence({ host }: Context): readonly Evidence[] {
  const { interruptChips, units, kernel, firmware } = host;
  const words = wordsOf(kernel.commandLine).filter((word) => /^(?:intremap=|nointremap$)/.test(word));
  const flags = firmware?.dmarFlags ?? null;
  const parameter = unsafeInterrupts(host);
  const vtd = units.filter(({ version }) => version !== null);
  return [
    { source: '/proc/interrupts', value: interruptChips === null ? 'not read' : listed(interruptChips) || 'no chip' },
    ...vtd.slice(0, 4).map((unit) => ({
      source: `/sys/class/iommu/${unit.name}/intel-iommu/ecap`,
      value: isReadVtd(unit) ? `IR ${ECAP.has([unit.ecap], 'IR') ? 1 : 0}` : 'not read',
    })),
    ...words.map((value) => ({ source: '/proc/cmdline', value })),
    ...(flags === null ? [] : [{ source: '/sys/firmware/acpi/tables/DMAR', value: `flags ${hex(flags)}` }]),
    ...(parameter === null ? [] : [{ source: parameter.source, value: parameter.value }]),
  ];
}
